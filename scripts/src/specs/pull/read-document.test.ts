import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readDocument } from "./read-document.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const documents = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((rest) => JSON.parse(JSON.stringify({ openapi: "3.1.0", ...rest })));

test("a document is the same in JSON and in YAML, with a byte order mark and without", () => {
  fc.assert(
    fc.property(documents, fc.constantFrom("", "\uFEFF"), (document, mark) => {
      expect(readDocument(bytesOf(mark + JSON.stringify(document)), "a.json")).toEqual(document);
      expect(readDocument(bytesOf(mark + stringify(document)), "a.yaml")).toEqual(document);
    }),
  );
});

test("JSON that was cut off anywhere is refused", () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, cut) => {
      const bytes = bytesOf(JSON.stringify(document));
      expect(() => readDocument(bytes.slice(0, cut % bytes.length), "a.json")).toThrow(/^is /);
    }),
  );
});

test("a repeated key in YAML is refused at any depth", () => {
  expect(() => readDocument(bytesOf("a:\n  b: 1\n  b: 1\n"), "a.yaml")).toThrow(
    "is not valid YAML: Map keys must be unique",
  );
});

test("aliases that expand without end are refused", () => {
  const bomb = Array.from({ length: 12 }, (_, index) => `k${index}: &k${index} [${`*k${index - 1}, `.repeat(9)}x]`);
  const text = `k-1: &k-1 x\n${bomb.join("\n")}\n`;
  expect(() => readDocument(bytesOf(text), "a.yaml")).toThrow("alias");
});
