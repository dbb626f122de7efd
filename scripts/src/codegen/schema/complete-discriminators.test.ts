import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { generate } from "../../../test/support/generate.ts";
import { documentOf } from "../../../test/support/small-document.ts";

const kindOf = (kind: JsonObject): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind },
});

/** Generates the types of the property that distinguishes two kinds. */
async function typesOf(kite: JsonObject, boat: JsonObject, mapping?: JsonObject): Promise<string[]> {
  const oneOf = ["Kite", "Boat"].map((name): Json => ({ $ref: `#/components/schemas/${name}` }));
  const discriminator = { propertyName: "kind", ...(mapping !== undefined && { mapping }) };
  const schemas = { Kite: kindOf(kite), Boat: kindOf(boat), Toy: { oneOf, discriminator } };
  const source = (await generate(documentOf(schemas))).get("src/schema.ts") ?? "";
  return ["Kite", "Boat"].map((name) => {
    return new RegExp(`export interface ${name} \\{[^}]*?\\bkind: (.*);`).exec(source)?.[1] ?? "not declared";
  });
}

const text: JsonObject = { type: "string" };

test.each<[string, Parameters<typeof typesOf>, string[]]>([
  [
    "enums without a mapping",
    [
      { ...text, enum: ["kite"] },
      { ...text, enum: ["boat", "ship"] },
    ],
    ['"kite"', '"boat" | "ship"'],
  ],
  ["constants without a mapping", [{ const: "kite" }, { const: "boat" }], ['"kite"', '"boat"']],
  [
    "enums, although the mapping has other values",
    [
      { ...text, enum: ["kite"] },
      { ...text, enum: ["boat"] },
      { Kite: "#/components/schemas/Kite", boat: "Boat" },
    ],
    ['"kite"', '"boat"'],
  ],
  ["the mapping of plain strings", [text, text, { a: "Kite", b: "#/components/schemas/Boat" }], ['"a"', '"b"']],
  ["the names of components without anything else", [text, text], ['"Kite"', '"Boat"']],
])("kinds have the values of %s", async (_name, parts, types) => {
  expect(await typesOf(...parts)).toEqual(types);
});
