import type { JsonObject } from "@nectar-sdk/openapi/document";
import { inPath, operationOf, withOperations } from "../add-operations.ts";
import type { Axis } from "../axis.ts";
import { editOperations } from "../edit-document.ts";

const RESPONSE: JsonObject = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, rate: { type: "number" } },
};

/** Two operations that the reconstruction lacks: a retrieval and a list. */
export const moreOperations: Axis = {
  name: "more-operations",
  isStyle: false,
  apply: (document) => {
    const page = {
      type: "object",
      required: ["currentPage", "hasNext", "totalPages", "totalTariffs", "tariffs"],
      properties: {
        currentPage: { type: "integer" },
        hasNext: { type: "boolean" },
        totalPages: { type: "integer" },
        totalTariffs: { type: "integer" },
        tariffs: { type: "array", items: RESPONSE },
      },
    };
    return withOperations(document, {
      "/tariff/{tariff_id}": { get: operationOf(document, "tariff_retrieve", RESPONSE, [inPath("tariff_id")]) },
      "/tariff/company/{company_id}": {
        get: operationOf(document, "tariff_company_retrieve", page, [
          inPath("company_id"),
          { name: "page", in: "query", schema: { type: "integer", default: 1 } },
        ]),
      },
    });
  },
};

/** Operations that are gone from every version: a tenth of them. */
export const fewerOperations: Axis = {
  name: "fewer-operations",
  isStyle: false,
  apply: (document, random) =>
    editOperations(document, ({ path, method, operation }) =>
      random(`${method} ${path}`) < 0.1 ? undefined : operation,
    ),
};

/** One operation that only the newest version has, and one that the oldest has not. */
export const oneVersionOnly: Axis = {
  name: "one-version-only",
  isStyle: false,
  apply: (document, _random, version) => {
    if (version === "v2.2") {
      return withOperations(document, {
        "/tariff/{tariff_id}": { delete: operationOf(document, "tariff_destroy", undefined, [inPath("tariff_id")]) },
      });
    }
    if (version !== "v2.0") return document;
    return editOperations(document, ({ path, method, operation }) =>
      method === "post" && /\/invitation\/[^/]+\/revoke\/?$/.test(path) ? undefined : operation,
    );
  },
};
