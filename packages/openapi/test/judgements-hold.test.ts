import { describe, expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Judgement } from "../src/diff/judge/judgements.ts";
import type { Json } from "../src/document/json.ts";
import { createJudge, FAMILIES, listPairs, survives, withSchema } from "./support/families.ts";

const { isValid, isMessage } = createJudge();

function judgeWire(direction: "request" | "response", before: Json, after: Json): Judgement[] {
  return diffDocuments(withSchema(direction, before), withSchema(direction, after)).map(({ wire }) => wire);
}

describe.each(FAMILIES)("in the family $family", ({ schemas, values }) => {
  test("every schema has a message and refuses a value, so that the pairs say something", () => {
    const idle = schemas.filter((schema) => !values.some((value) => isMessage(schema, value)));
    expect(idle).toEqual([]);
    expect(values.filter((value) => !schemas.some((schema) => isValid(schema, value)))).toEqual([]);
  });

  test("a change of a request is additive only if every old message stays valid", () => {
    const wrong = listPairs(schemas).flatMap(([before, after]) => {
      if (!survives(judgeWire("request", before, after))) return [];
      const lost = values.filter((value) => isMessage(before, value) && !isValid(after, value));
      return lost.map((value) => ({ before, after, value }));
    });
    expect(wrong).toEqual([]);
  });

  test("a change of a response is additive only if old readers accept every new message", () => {
    const wrong = listPairs(schemas).flatMap(([before, after]) => {
      if (!survives(judgeWire("response", before, after))) return [];
      const surprising = values.filter((value) => isMessage(after, value) && !isValid(before, value));
      return surprising.map((value) => ({ before, after, value }));
    });
    expect(wrong).toEqual([]);
  });
});

test("judgements are not all breaking: some pairs of each direction are additive", () => {
  const pairs = FAMILIES.flatMap(({ schemas }) => listPairs(schemas));
  const share = (direction: "request" | "response") =>
    pairs.filter(([before, after]) => survives(judgeWire(direction, before, after))).length / pairs.length;

  expect(share("request")).toBeGreaterThan(0.05);
  expect(share("response")).toBeGreaterThan(0.05);
});
