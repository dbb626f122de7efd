import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTypeSource, parseTypeSource } from "./type-source.ts";

const step = fc.oneof(fc.constant("[]"), fc.stringMatching(/^[^\s.[\]]+$/u));

test("parsing the text of a source gives the same source", () => {
  const kind = fc.constantFrom("item", "page", "response", "body", "query", "errors", "payload");
  const path = fc.array(step, { maxLength: 5 }).filter(([first]) => first !== "[]");
  fc.assert(
    fc.property(fc.record({ kind, of: fc.stringMatching(/^[a-z.]+$/), path }), (source) => {
      expect(parseTypeSource(formatTypeSource(source))).toEqual(source);
    }),
  );
});

test.each([
  ["documents.listByCompany"],
  ["items of documents.listByCompany"],
  ["item of"],
  ["item of documents.listByCompany at"],
  ["item of documents.listByCompany at a..b"],
  ["item of documents.listByCompany at a[0]"],
  ["item of documents.listByCompany at a b"],
  ["item of documents.listByCompany, a"],
])("refuses %s", (text) => {
  expect(parseTypeSource(text)).toBeUndefined();
});
