import type { JsonObject } from "@nectar-sdk/openapi/document";
import { inPath, operationOf, withBody, withOperations } from "../add-operations.ts";
import type { Axis } from "../axis.ts";
import { editSchemas } from "../edit-document.ts";
import { choose } from "../random.ts";

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const objectOf = (properties: JsonObject): JsonObject => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});

/**
 * Responses and a body of several kinds, told apart by a property: alone, in a list, on a page, inside an object. The values of the property
 * are enums or constants with or without a mapping, or only in the mapping; or the kinds extend a base.
 */
export const polymorphism: Axis = {
  name: "polymorphism",
  isStyle: false,
  apply: (document, random) => {
    const style = choose(STYLES, random, "style");
    const withSchemas = editSchemas(document, (schemas) => ({ ...schemas, ...SCHEMAS[style] }));
    const tariff = reference("AnyTariff");
    const page = objectOf({
      currentPage: { type: "integer" },
      hasNext: { type: "boolean" },
      totalPages: { type: "integer" },
      totalTariffs: { type: "integer" },
      tariffs: { type: "array", items: tariff },
    });
    const nested = objectOf({ tariff, former: { type: "array", items: tariff } });
    return withOperations(withSchemas, {
      "/any-tariff/{tariff_id}": { get: operationOf(document, "any_tariff_retrieve", tariff, [inPath("tariff_id")]) },
      "/any-tariff": {
        get: operationOf(document, "any_tariff_current", { type: "array", items: tariff }, []),
        post: withBody(operationOf(document, "any_tariff_create", nested, []), tariff),
      },
      "/any-tariff/company/{company_id}": {
        get: operationOf(document, "any_tariff_company_list", page, [
          inPath("company_id"),
          { name: "page", in: "query", schema: { type: "integer", default: 1 } },
        ]),
      },
    });
  },
};

const STYLES = ["enum", "constant", "mapping", "no-mapping", "base"] as const;

const FLAT: JsonObject = { rate: { type: "number" } };
const STEPPED: JsonObject = { steps: { type: "array", items: { type: "number" }, minItems: 1 } };

function describeUnion(flat: JsonObject, stepped: JsonObject, mapping?: JsonObject): JsonObject {
  return {
    FlatTariff: objectOf({ kind: flat, ...FLAT }),
    SteppedTariff: objectOf({ kind: stepped, ...STEPPED }),
    AnyTariff: {
      oneOf: [reference("FlatTariff"), reference("SteppedTariff")],
      discriminator: { propertyName: "kind", ...(mapping !== undefined && { mapping }) },
    },
  };
}

const MAPPING: JsonObject = {
  flat: "#/components/schemas/FlatTariff",
  stepped: "#/components/schemas/SteppedTariff",
};

const text: JsonObject = { type: "string" };

const SCHEMAS = {
  enum: describeUnion({ ...text, enum: ["flat"] }, { ...text, enum: ["stepped"] }, MAPPING),
  constant: describeUnion({ const: "flat" }, { const: "stepped" }, MAPPING),
  mapping: describeUnion(text, text, MAPPING),
  "no-mapping": describeUnion({ ...text, enum: ["flat"] }, { ...text, enum: ["stepped"] }),
  base: {
    AnyTariff: { ...objectOf({ kind: text }), discriminator: { propertyName: "kind", mapping: MAPPING } },
    FlatTariff: { allOf: [reference("AnyTariff"), objectOf(FLAT)] },
    SteppedTariff: { allOf: [reference("AnyTariff"), objectOf(STEPPED)] },
  },
} satisfies Record<(typeof STYLES)[number], JsonObject>;
