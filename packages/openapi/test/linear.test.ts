import { afterEach, expect, test, vi } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { JsonObject } from "../src/document/json.ts";
import { GROWTHS } from "./support/growing-documents.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the characters of all contents that a comparison writes to recognise them: the work that grows with a document. */
function countWritten(before: JsonObject, after: JsonObject): number {
  const write = vi.spyOn(JSON, "stringify");
  diffDocuments(before, after);
  const lengths = write.mock.results.map(({ value }) => (typeof value === "string" ? value.length : 0));
  write.mockRestore();
  return lengths.reduce((sum, length) => sum + length, 0);
}

test.each(GROWTHS)("twice the $name is at most 2.2 times the work", ({ create }) => {
  expect(countWritten(...create(200)) / countWritten(...create(100))).toBeLessThanOrEqual(2.2);
});
