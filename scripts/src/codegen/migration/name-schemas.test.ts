import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { type JsonObject, objectIn, readApi } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { deriveCallNames } from "../names/derive-call-name.ts";
import { parseResources } from "../names/parse-resources.ts";
import { assignTypes } from "../types/assign-types.ts";
import { parseTypes } from "../types/parse-types.ts";
import { nameSchemas } from "./name-schemas.ts";

const TYPES = parseTypes(parseResources("product: API\ntypes:\n  Thing: response of things.retrieve\n"));

/** A document whose schemas have names that end the same. */
function documentWith(suffix: string): JsonObject {
  const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}${suffix}` });
  const schemas = {
    Thing: { type: "object", properties: { colour: ref("Colour"), twin: ref("Thing"), made: ref("Day") } },
    Colour: { type: "string" },
    Day: { type: "string", format: "date" },
    Part: {
      oneOf: [ref("Thing"), ref("Day")],
      discriminator: { propertyName: "a", mapping: { b: ref("Day")["$ref"] ?? "" } },
    },
    Unused: { type: "integer" },
  };
  return {
    ...smallDocument({
      "/thing/{id}": { get: { operationId: "retrieve", tags: ["things"], ...answering(ref("Thing")) } },
      "/part": { get: { operationId: "search", tags: ["parts"], ...answering(ref("Part")) } },
    }),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name + suffix, schema])),
    },
  };
}

function nameIn(document: JsonObject): JsonObject {
  const api = readApi(document);
  const names = deriveCallNames(api.operations);
  return nameSchemas({ document, names, types: assignTypes({ document, api, names }, TYPES) });
}

test("a schema has the name of its public type, or of the first method that reaches it", () => {
  const named = nameIn(documentWith("Serializer"));

  expect(Object.keys(objectIn(objectIn(named, "components"), "schemas")).sort()).toEqual([
    "(schema 2 of parts.search)",
    "(schema 3 of parts.search)",
    "(schema of parts.search)",
    "Thing",
  ]);
  expect(JSON.stringify(named)).not.toContain("Serializer");
});

test("other names of schemas make no difference", () => {
  expect(diffDocuments(documentWith(""), documentWith("Serializer"))).not.toEqual([]);
  expect(diffDocuments(nameIn(documentWith("")), nameIn(documentWith("Serializer")))).toEqual([]);
});
