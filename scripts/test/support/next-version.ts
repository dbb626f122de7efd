import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject, objectAt, toOperationKey } from "@nectar-sdk/openapi/document";

/** The method that {@link nextDocument} has and no version has. */
export const ADDED = "budgets.listByCompany";
/** The method that the newest version has and {@link nextDocument} has not. */
export const REMOVED = "usageData.update";

/** Returns the version after another one, which does not exist. */
export function toNextVersion(version: string): string {
  return version.replace(/\d+$/, (minor) => String(Number(minor) + 1));
}

/** The document of a version with one operation more than the newest one of a folder like `specs`, and one less. */
export async function nextDocument(specs: string, newest: string): Promise<JsonObject> {
  const document = asObject(JSON.parse(await readFile(join(specs, newest, "openapi.json"), "utf8")), "document");
  const { paths, components } = {
    paths: objectAt(document, "paths", "document"),
    components: objectAt(document, "components", "document"),
  };
  const changed = findPath(paths, "patch", "/usage/{}");
  const { patch: _removed, ...usage } = objectAt(paths, changed, "paths");
  const schemas = objectAt(components, "schemas", "components");
  const site = objectAt(objectAt(paths, findPath(paths, "get", "/site/{}"), "paths"), "get", "site");
  return {
    ...document,
    servers: [{ url: `https://api.example/${toNextVersion(newest)}` }],
    paths: {
      ...paths,
      [changed]: usage,
      "/budget/company/{company_id}": {
        get: { ...site, ...ADDED_OPERATION, responses: { ...objectAt(site, "responses", "site"), ...SUCCESS } },
      },
    },
    components: { ...components, schemas: { ...schemas, Budget: TARIFF, BudgetPage: TARIFF_PAGE } },
  };
}

/** The path of an operation as the document spells it. */
function findPath(paths: JsonObject, method: string, form: string): string {
  const key = toOperationKey(method, form);
  const path = Object.keys(paths).find(
    (candidate) => toOperationKey(method, candidate) === key && method in objectAt(paths, candidate, "paths"),
  );
  if (path === undefined) throw new Error(`the document has no ${key}`);
  return path;
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
