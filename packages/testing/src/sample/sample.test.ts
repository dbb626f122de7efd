import type { ApiContent } from "@nectar-sdk/openapi/document";
import { createRandom, sample } from "@nectar-sdk/openapi/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BIKE_HIRES } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { ApiDocument } from "../document/read-document.ts";
import { findNullableFields, findSeenNulls, sampleNullVariants } from "./null-variants.ts";

describe.each(BIKE_HIRES)("sampled values of the schemas of $version", (document) => {
  const contents = listContents(document);

  test("follow their schema for any seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...contents), (seed, { schema }) => {
        const value = sample(document.json, schema, { random: createRandom(seed) });
        expect(document.validate(schema, value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("are the same for the same seed and differ for another", () => {
    const schema = contents.find(({ schema: { $ref } }) => String($ref).endsWith("BikePage"))?.schema ?? true;
    const make = (seed: number) => sample(document.json, schema, { random: createRandom(seed) });
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
  });

  test("contain each nullable field as null and as a value, and follow the schema", () => {
    let fieldCount = 0;
    for (const { schema } of contents) {
      const fields = findNullableFields(document.json, schema);
      const variants = sampleNullVariants(document.json, schema, 1);
      expect(variants.flatMap((value) => document.validate(schema, value))).toEqual([]);
      const { asNull, asValue } = findSeenNulls(fields, variants);
      expect([...asNull].toSorted()).toEqual([...fields.keys()].toSorted());
      expect([...asValue].toSorted()).toEqual([...fields.keys()].toSorted());
      fieldCount += fields.size;
    }
    expect(fieldCount).toBeGreaterThan(0);
  });
});

test("a nullable field inside a nullable object is null once while the object is present", () => {
  const schema = {
    type: "object",
    properties: {
      outer: { type: ["object", "null"], properties: { inner: { anyOf: [{ type: "null" }, { type: "integer" }] } } },
    },
  };
  expect([...findNullableFields({}, schema)]).toEqual([
    ["/outer", 1],
    ["/outer/inner", 2],
  ]);
  expect(sampleNullVariants({}, schema, 1)).toEqual([
    { outer: { inner: expect.any(Number) } },
    { outer: null },
    { outer: { inner: null } },
  ]);
});

test("allOf is merged into one object", () => {
  const document = {
    components: { schemas: { Base: { type: "object", properties: { id: { const: 1 } } } } },
  };
  const schema = { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { name: { const: "a" } } }] };
  expect(sample(document, schema, { random: createRandom(1) })).toEqual({ id: 1, name: "a" });
});

test("a recursive schema gives a finite value", () => {
  const document = {
    components: {
      schemas: {
        Node: {
          type: "object",
          properties: {
            next: { $ref: "#/components/schemas/Node" },
            all: { type: "array", items: { $ref: "#/components/schemas/Node" } },
          },
        },
      },
    },
  };
  const value = sample(document, { $ref: "#/components/schemas/Node" }, { random: createRandom(1) });
  expect(JSON.stringify(value).length).toBeLessThan(100_000);
});

interface RefContent extends ApiContent {
  readonly schema: { readonly $ref?: string };
}

/** Every schema of a request or response body. */
function listContents(document: ApiDocument): RefContent[] {
  const isRef = (content: ApiContent): content is RefContent => typeof content.schema === "object";
  return [...document.operations.values()]
    .flatMap(({ body, responses }) => [
      ...(body?.content.values() ?? []),
      ...[...responses.values()].flatMap(({ content }) => [...content.values()]),
    ])
    .filter(isRef);
}
