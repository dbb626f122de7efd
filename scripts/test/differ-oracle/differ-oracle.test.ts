import { type Change, diffDocuments, type Judgement } from "@nectar-sdk/openapi/diff";
import { describe, expect, test } from "vitest";
import { askCompiler } from "./ask-compiler.ts";
import { listFamilyPairs, listRulePairs, type SchemaPair, toDocument } from "./cases.ts";
import { WAYS, type Way } from "./write-code.ts";

/** The compiler's view of a pair: what breaks, and how the differ judged it. */
interface Verdict {
  readonly label: string;
  readonly judgements: readonly Judgement[];
  readonly broken: readonly string[];
}

function listVerdicts(pairs: readonly SchemaPair[]): Verdict[] {
  const ask = askCompiler(pairs);
  return pairs.flatMap((pair, index) => {
    const changes = diffDocuments(toDocument([pair], "before"), toDocument([pair], "after"));
    return WAYS.map((way) => ({
      label: `${way}: ${pair.label}, ${JSON.stringify(pair.before)} → ${JSON.stringify(pair.after)}`,
      judgements: changes.filter((change) => isOf(change, way)).map(({ typescript }) => typescript),
      broken: ask(index, way),
    }));
  });
}

function isOf({ where }: Change, way: Way): boolean {
  return where.subject.startsWith(way === "request" ? "PUT" : "GET");
}

const warns = ({ judgements }: Verdict) => judgements.some((one) => one === "breaking" || one === "maybe");

describe("with the schemas of every rule", () => {
  const verdicts = listVerdicts(listRulePairs());

  test("code that no longer compiles is judged breaking, or maybe", () => {
    expect(verdicts.filter((verdict) => verdict.broken.length > 0 && !warns(verdict))).toEqual([]);
  });

  test("a change that is judged breaking breaks code that sends, reads or compares the changed place", () => {
    const isBreaking = ({ judgements }: Verdict) => judgements.includes("breaking");

    expect(verdicts.filter((verdict) => isBreaking(verdict) && verdict.broken.length === 0)).toEqual([]);
    expect(verdicts.filter(isBreaking).length).toBeGreaterThan(50);
  });
});

/** Milliseconds; a compiler reads thousands of files, and shares the machine. */
const PATIENCE = 600_000;

test(
  "between any two schemas of a family, code that no longer compiles is judged breaking, or maybe",
  () => {
    const verdicts = listVerdicts(listFamilyPairs());

    expect(verdicts.filter((verdict) => verdict.broken.length > 0 && !warns(verdict))).toEqual([]);
    expect(verdicts.filter(({ broken }) => broken.length > 0).length).toBeGreaterThan(1000);
  },
  PATIENCE,
);
