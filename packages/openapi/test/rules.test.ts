import { expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import { CHANGE_KINDS } from "../src/diff/judge/judgements.ts";
import type { RuleExample } from "../src/diff/judge/rules/rule-text.ts";
import { RULES } from "../src/diff/judge/rules.ts";
import { isObject, type Json, type JsonObject } from "../src/document/json.ts";

function toDocument(of: RuleExample["of"], part: Json): JsonObject {
  if (of === "document") return isObject(part) ? part : {};
  if (of === "operation") return { paths: { "/site": { get: part } } };
  return { paths: { "/site": { put: { requestBody: { content: { "application/json": { schema: part } } } } } } };
}

test("every kind of change has a rule", () => {
  expect(RULES.map(({ kind }) => kind)).toEqual([...CHANGE_KINDS].sort());
});

test.each(RULES)("the example of $kind shows that change", ({ kind, example: { of, before, after } }) => {
  const changes = diffDocuments(toDocument(of, before), toDocument(of, after));

  expect(changes.map((change) => change.kind)).toContain(kind);
});

test.each(RULES)("the sentence of $kind is one sentence", ({ sentence }) => {
  expect(sentence).toMatch(/^[A-Z][^.]*(?:`x-…`[^.]*)?\.$/);
});
