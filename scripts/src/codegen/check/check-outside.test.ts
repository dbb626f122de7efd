import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outsidePlaces } from "../../../test/support/outside-places.ts";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { problemLine } from "../problem.ts";
import { checkOutside } from "./check-outside.ts";

const linesOf = (document: JsonObject): string[] => checkOutside(document).map(problemLine);

test.each(outsidePlaces("https://example.com/other.json#/A"))(
  "an address is refused with its place: $pointer",
  (place) => {
    expect(linesOf(place.document)).toEqual([expect.stringContaining(`${place.pointer}: `)]);
  },
);

function withSchema(schema: Json): JsonObject {
  return smallDocument({ "/thing": { get: { operationId: "thing_list", ...answering(schema) } } });
}

const AT = "#/paths/~1thing/get/responses/200/content/application~1json/schema";

describe("a reference within the document goes to components, paths or webhooks", () => {
  test.each(["#/components/schemas/A", "#/paths/~1a/get", "#/webhooks/a%20b/post", "#/components/schemas/a;b{}'`"])(
    "%s stays",
    ($ref) => {
      expect(linesOf(withSchema({ $ref }))).toEqual([]);
    },
  );

  test.each([
    ["#/string;globalThis.x=1;type/a", "another part"],
    ["#/%63omponents/schemas/A", "a part whose name is written in another way"],
    ["#/components/schemas/A#/x;alert(1)/b", "a second fragment"],
    ["#/components/schemas/%zz", "an invalid escape"],
    ["#/__proto__/a", "a property that every object has"],
    ["#/$defs/A", "a part that OpenAPI does not know"],
    ["#", "the whole document"],
    ["#A", "an anchor"],
  ])("%s does not: %s", ($ref) => {
    expect(linesOf(withSchema({ $ref }))).toEqual([
      `${AT}: refers to ${JSON.stringify($ref)}, not a place in components, paths or webhooks; move what it refers to`,
    ]);
  });

  test("it is refused in any form", () => {
    const reference = fc.string({ unit: "binary" }).filter((text) => !/^#\/(components|paths|webhooks)\//.test(text));
    fc.assert(
      fc.property(reference, ($ref) => {
        expect(checkOutside(withSchema({ $ref }))).toHaveLength(1);
      }),
    );
  });
});

test("a mapping leads to a schema of the document by name or by reference", () => {
  const mapping = { a: "A", b: "#/components/schemas/A", c: "B", d: "a.json", e: 5 };
  const schemas = { A: { discriminator: { propertyName: "kind", mapping } } };

  expect(linesOf(smallDocument({}, { schemas }))).toEqual(
    [
      ["c", '"B"'],
      ["d", '"a.json"'],
      ["e", "5"],
    ].map(
      ([key, target]) =>
        `#/components/schemas/A/discriminator/mapping/${key}: refers to ${target} outside the document; name a schema of the document`,
    ),
  );
});

test("properties may be called like the keywords that refer to something", () => {
  const names = ["$ref", "$id", "$schema", "$dynamicRef", "externalValue", "operationRef"];
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));

  expect(linesOf(withSchema({ type: "object", properties }))).toEqual([]);
});

test("a schema may name the dialects that every tool knows", () => {
  for (const $schema of [
    "https://json-schema.org/draft/2020-12/schema",
    "http://json-schema.org/draft-07/schema#",
    "https://spec.openapis.org/oas/3.1/dialect/base",
  ]) {
    expect(linesOf(withSchema({ $schema }))).toEqual([]);
  }
});
