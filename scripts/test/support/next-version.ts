import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";
import { NEWEST_VERSION } from "../../src/shared/versions.ts";
import { SPECS } from "./examples-support.ts";

/** A version that does not exist: the one after the newest. */
export const NEXT_VERSION: string = NEWEST_VERSION.replace(/\d+$/, (minor) => String(Number(minor) + 1));

/** The method that {@link nextDocument} has and no version has. */
export const ADDED = "budgets.listByCompany";
/** The method that every version has and {@link nextDocument} has not. */
export const REMOVED = "meters.update";

/** The document of a version with one operation more than the newest one, and one less. */
export async function nextDocument(): Promise<JsonObject> {
  const document = asObject(
    JSON.parse(await readFile(join(SPECS, NEWEST_VERSION, "openapi.json"), "utf8")),
    "document",
  );
  const { paths, components } = {
    paths: objectAt(document, "paths", "document"),
    components: objectAt(document, "components", "document"),
  };
  const { patch: _removed, ...meter } = objectAt(paths, "/meter/{meter_id}", "paths");
  const schemas = objectAt(components, "schemas", "components");
  const site = objectAt(objectAt(paths, "/site/{site_id}", "paths"), "get", "site");
  return {
    ...document,
    servers: [{ url: `https://api.example/${NEXT_VERSION}` }],
    paths: {
      ...paths,
      "/meter/{meter_id}": meter,
      "/budget/company/{company_id}": {
        get: { ...site, ...ADDED_OPERATION, responses: { ...objectAt(site, "responses", "site"), ...SUCCESS } },
      },
    },
    components: { ...components, schemas: { ...schemas, Budget: TARIFF, BudgetPage: TARIFF_PAGE } },
  };
}

const ADDED_OPERATION: JsonObject = {
  tags: ["Budgets"],
  operationId: "budget_company_list",
  summary: "List Budgets",
  description: "Budgets of a company.",
  "x-evidence": "assumed",
  parameters: [
    {
      name: "company_id",
      in: "path",
      required: true,
      description: "Company.",
      schema: { type: "string", format: "uuid" },
    },
    { name: "page", in: "query", description: "Page.", schema: { type: "integer" } },
  ],
};

const SUCCESS: JsonObject = {
  "200": {
    description: "Done.",
    content: { "application/json": { schema: { $ref: "#/components/schemas/BudgetPage" } } },
  },
};

const TARIFF: JsonObject = {
  type: "object",
  description: "A budget.",
  required: ["id", "name", "price"],
  properties: {
    id: { type: "string", format: "uuid", description: "Id." },
    name: { type: ["string", "null"], description: "Name." },
    price: { type: "string", format: "decimal", description: "Price." },
    kind: { type: "string", enum: ["FLAT", "TIERED"], description: "Kind." },
  },
};

const TARIFF_PAGE: JsonObject = {
  type: "object",
  description: "A page of budgets.",
  required: ["totalBudgets", "perPage", "totalPages", "currentPage", "hasNext", "budgets"],
  properties: {
    totalBudgets: { type: "integer", description: "Budgets on all pages." },
    perPage: { type: "integer", description: "Budgets on a page." },
    totalPages: { type: "integer", description: "Pages." },
    currentPage: { type: "integer", description: "This page." },
    hasNext: { type: "boolean", description: "Whether another page follows." },
    budgets: { type: "array", items: { $ref: "#/components/schemas/Budget" }, description: "Budgets." },
  },
};
