import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Judgement, pickWorse } from "../src/diff/judge/judgements.ts";
import { type Effect, RULES } from "../src/diff/judge/rules.ts";

type Pair = readonly [wire: Judgement, typescript: Judgement];

const table: Readonly<Record<string, { readonly request: Pair; readonly response: Pair }>> = parse(
  readFileSync(join(import.meta.dirname, "judgements.yaml"), "utf8"),
);

const toPair = ({ wire, typescript }: Effect): Pair => [wire, typescript];

test("every rule has the judgements of the reviewed list", () => {
  const judged = RULES.map(({ kind, request, response }) => [
    kind,
    { request: toPair(request), response: toPair(response) },
  ]);

  expect(Object.fromEntries(judged)).toEqual(table);
});

test("of two judgements, the one that breaks more counts", () => {
  const ordered: readonly Judgement[] = ["none", "additive", "maybe", "breaking"];

  const worse = ordered.flatMap((left, index) =>
    ordered.map((right, other) => [pickWorse(left, right), ordered[Math.max(index, other)]]),
  );

  expect(worse.filter(([found, expected]) => found !== expected)).toEqual([]);
});
