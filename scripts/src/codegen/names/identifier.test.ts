import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { camelCase, isReservedWord, pascalCase, unused, wordsOf } from "./identifier.ts";

/** Random strings, with typical names of documents. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "usage_data_id",
    "usageDataID",
    "__proto__",
    "",
    "2fa",
    "été",
    "ﬀ",
    "ß",
    "ǆ",
    "class",
    "𠮷野家",
    "a-b/c",
  ),
);

function isIdentifier(name: string): boolean {
  return name !== "" && [...name].every((character, index) => isPart(character.codePointAt(0) ?? 0, index === 0));
}

function isPart(code: number, first: boolean): boolean {
  return first ? ts.isIdentifierStart(code, ts.ScriptTarget.ESNext) : ts.isIdentifierPart(code, ts.ScriptTarget.ESNext);
}

describe("an identifier", () => {
  test("results from any string", () => {
    fc.assert(fc.property(anyText, (text) => isIdentifier(pascalCase(text)) && isIdentifier(camelCase(text))));
  });

  test("of a type is not a reserved word", () => {
    fc.assert(fc.property(anyText, (text) => !isReservedWord(pascalCase(text))));
    for (const word of ["class", "default", "await", "enum", "null"])
      expect(isReservedWord(pascalCase(word))).toBe(false);
  });

  test("does not change when it is converted again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}(_[a-z]{1,8}){0,3}$/), (text) => {
        expect(pascalCase(pascalCase(text))).toBe(pascalCase(text));
        expect(camelCase(camelCase(text))).toBe(camelCase(text));
      }),
    );
  });

  test.each([
    ["usage_data_id", "UsageDataId", "usageDataId"],
    ["usageDataID", "UsageDataID", "usageDataID"],
    ["HTTPRequest", "HTTPRequest", "httpRequest"],
    ["usage-data/id", "UsageDataId", "usageDataId"],
    ["2fa_code", "_2faCode", "_2faCode"],
    ["", "_", "_"],
    ["$ref", "Ref", "ref"],
  ])("of %j is %s as a type and %s as an argument", (text, type, argument) => {
    expect([pascalCase(text), camelCase(text)]).toEqual([type, argument]);
  });

  test("has the same words in every spelling", () => {
    for (const text of ["usage_data_id", "usage-data/id", "usage data  id", "usage.data.id"]) {
      expect(wordsOf(text)).toEqual(["usage", "data", "id"]);
    }
  });
});

describe("an unused name", () => {
  const names: fc.Arbitrary<string[]> = fc.array(fc.constantFrom("a", "a2", "a3", "b", "b2", "constructor"));

  test("is not taken", () => {
    fc.assert(
      fc.property(
        names,
        fc.constantFrom("a", "b", "constructor"),
        (taken, name) => !taken.includes(unused(name, new Set(taken))),
      ),
    );
  });

  test("is the requested one if that is free", () => {
    fc.assert(
      fc.property(names, fc.string(), (taken, name) => taken.includes(name) || unused(name, new Set(taken)) === name),
    );
  });
});

test("reserved words of TypeScript are not names of parameters", () => {
  for (const word of [
    "class",
    "default",
    "function",
    "await",
    "yield",
    "static",
    "eval",
    "arguments",
    "this",
    "null",
  ]) {
    expect(isReservedWord(word)).toBe(true);
  }
  for (const word of ["companyId", "type", "of", "async", "classes"]) expect(isReservedWord(word)).toBe(false);
});
