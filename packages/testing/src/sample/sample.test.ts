import { apis } from "@nectar-sdk/versions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiDocument, Content } from "../document/api-document.ts";
import { loadDocument } from "../document/load-document.ts";
import { nullableFields, nullVariants, seenNulls } from "./null-branches.ts";
import { createRandom } from "./random.ts";
import { sample } from "./sample.ts";

describe.each(apis)("values made for the schemas of $version", (api) => {
  const document = loadDocument(api);
  const contents = contentsOf(document);

  test("follow them, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...contents), (seed, { schema }) => {
        const value = sample(document.json, schema, { random: createRandom(seed) });
        expect(document.validate(schema, value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("are the same for the same seed, and others for another", () => {
    const schema = contents.find(({ schema: { $ref } }) => String($ref).endsWith("DocumentPage"))?.schema ?? true;
    const make = (seed: number) => sample(document.json, schema, { random: createRandom(seed) });
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
  });

  test("hold each field that may be null as null and as a value, and follow the schema all the same", () => {
    let fieldCount = 0;
    for (const { schema } of contents) {
      const fields = nullableFields(document.json, schema);
      const variants = nullVariants(document.json, schema, 1);
      expect(variants.flatMap((value) => document.validate(schema, value))).toEqual([]);
      const { asNull, asValue } = seenNulls(fields, variants);
      expect([...asNull].toSorted()).toEqual([...fields.keys()].toSorted());
      expect([...asValue].toSorted()).toEqual([...fields.keys()].toSorted());
      fieldCount += fields.size;
    }
    expect(fieldCount).toBeGreaterThan(100);
  });
});

test("a nullable field inside a nullable object is null once while the object is there", () => {
  const schema = {
    type: "object",
    properties: {
      outer: { type: ["object", "null"], properties: { inner: { anyOf: [{ type: "null" }, { type: "integer" }] } } },
    },
  };
  expect([...nullableFields({}, schema)]).toEqual([
    ["/outer", 1],
    ["/outer/inner", 2],
  ]);
  expect(nullVariants({}, schema, 1)).toEqual([
    { outer: { inner: expect.any(Number) } },
    { outer: null },
    { outer: { inner: null } },
  ]);
});

test("what allOf composes is one object", () => {
  const document = {
    components: { schemas: { Base: { type: "object", properties: { id: { const: 1 } } } } },
  };
  const schema = { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { name: { const: "a" } } }] };
  expect(sample(document, schema, { random: createRandom(1) })).toEqual({ id: 1, name: "a" });
});

test("a schema that contains itself ends", () => {
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

test("a pattern that no text of the generator matches is an error, not a wrong value", () => {
  const make = () => sample({}, { type: "string", pattern: "^x{40}$" }, { random: createRandom(1) });
  expect(make).toThrow("no text of the generator matches ^x{40}$; give the schema an example");
});

interface RefContent extends Content {
  readonly schema: { readonly $ref?: string };
}

/** Every body of a request or an answer that is described by a schema object. */
function contentsOf(document: ApiDocument): RefContent[] {
  const isRef = (content: Content): content is RefContent => typeof content.schema === "object";
  return [...document.operations.values()]
    .flatMap(({ body, answers }) => [
      ...(body?.content.values() ?? []),
      ...[...answers.values()].flatMap(({ content }) => [...content.values()]),
    ])
    .filter(isRef);
}
