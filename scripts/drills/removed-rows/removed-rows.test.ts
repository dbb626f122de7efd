import { createHash } from "node:crypto";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { listRows, withoutRow } from "./list-rows.ts";
import { listMutants, type Mutant, openWorkshop } from "./mutants.ts";
import { SUBJECTS } from "./tables.ts";

const IS_FULL = process.env["NECTAR_DRILLS"] === "full";

/** Mutants of a package in a sample, the same in every run. */
const SAMPLE = 4;

const toOrder = ({ label }: Mutant) => createHash("sha256").update(label).digest("hex");

const mutants = listMutants();

/** Some of them; all of them in the full drill. */
function selectMutants(folder: string): readonly Mutant[] {
  const own = mutants.filter(({ subject }) => subject.folder === folder);
  if (IS_FULL) return own;
  return own.toSorted((left, right) => (toOrder(left) < toOrder(right) ? -1 : 1)).slice(0, SAMPLE);
}

describe.each(SUBJECTS)("in $folder", (subject) => {
  const selected = selectMutants(subject.folder);

  test(`a test fails without a row: ${selected.length} rows`, { timeout: 7_200_000 }, async () => {
    using workshop = openWorkshop(subject);
    expect(await workshop.isSound(selected.map(({ table }) => table))).toBe(true);

    const unnoticed: string[] = [];
    for (const mutant of selected) if (!(await workshop.isNoticed(mutant))) unnoticed.push(mutant.label);

    expect(unnoticed).toEqual([]);
  });
});

test.each([
  ["const T = { a: 1, b: 2 } as const;", "T", ["a: 1", "b: 2"], "const T = {  b: 2 } as const;"],
  ['export const T: X = new Set(["a", "b"]);', "T", ['"a"', '"b"'], 'export const T: X = new Set([ "b"]);'],
  ['[{ "a": 1 }, { "b": 2 }]', undefined, ['{ "a": 1 }', '{ "b": 2 }'], '[ { "b": 2 }]'],
])("the rows of %s are found and taken out", (source, name, texts, expected) => {
  const table = { file: "table.ts", tests: [], ...(name === undefined ? {} : { name }) };
  const rows = listRows(source, table);

  expect(rows.map(({ text }) => text)).toEqual(texts);
  expect(rows.slice(0, 1).map((row) => withoutRow(source, row, table))).toEqual([expected]);
});
