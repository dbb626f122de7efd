import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  arrayIn,
  asObject,
  asString,
  isArray,
  isObject,
  type JsonObject,
  objectAt,
  objectIn,
  resolveStrictly,
  stringIn,
} from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SPECS } from "../../../../test/support/examples-support.ts";
import { VERSION_LIST } from "../../../shared/versions.ts";
import { buildDocuments } from "../build-files.ts";

const CONTRACT = asObject(parse(await readFile(join(import.meta.dirname, "contract.yaml"), "utf8")), "contract.yaml");
const BUILT = await buildDocuments(join(SPECS, "reconstruction"));
const DOCUMENTS = [...BUILT].map(([version, document]) => ({ version, document }));

const SERVERS = new Map(VERSION_LIST.versions.map(({ version, baseUrl }) => [version, baseUrl]));

const ERRORS = ["400", "401", "403", "404", "429"];

/** The only enums whose whole list a public page shows. */
const CLOSED = {
  DatasourceType: 10,
  UsageUnits: 68,
  ConnectionStatus: 12,
  TrackingStatus: 3,
  DateType: 4,
  DocumentDateType: 4,
};

test("there are three versions", () => {
  expect(DOCUMENTS.map(({ version }) => version)).toEqual([...SERVERS.keys()]);
});

describe.each(DOCUMENTS)("the document of $version", ({ version, document }) => {
  const operations = operationsOf(document);
  const schemas = Object.entries(objectIn(document["components"], "schemas"));

  test("has the operations of the contract with their paths, tags, titles, responses, filters and evidence", () => {
    const expected = arrayIn(CONTRACT, "operations").map((row) => asObject(row, "operations"));
    expect(expected).not.toEqual([]);
    const renamed = expected.map((row) => {
      const call = asString(row["call"], "call");
      return { ...row, call: version === "v2.0" ? call.replace("{usage_data_id}", "{msud_id}") : call };
    });
    const actual = operations.map(({ call, operation }) => rowOf(document, call, operation));
    expect(actual.toSorted(byId)).toEqual(renamed.toSorted(byId));
  });

  test("has the events of the contract", () => {
    const actual = Object.entries(objectIn(document, "webhooks")).map(([event, item]) => {
      return { event, title: stringIn(objectIn(item, "post"), "summary") };
    });
    expect(actual).toEqual(CONTRACT["webhooks"]);
  });

  test("is OpenAPI 3.1.0 with its server, and with the key on each operation, not at the top level", () => {
    expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: SERVERS.get(version) }], security: [] });
    expect(objectIn(document["components"], "securitySchemes")).toMatchObject({
      ExternalAuthentication: { type: "apiKey", in: "header", name: "X-API-KEY" },
    });
    for (const { operation } of operations) expect(operation["security"]).toEqual([{ ExternalAuthentication: [] }]);
  });

  test("declares the five errors of every operation as an ErrorResponse", () => {
    const wanted = { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } };
    for (const { operation } of operations) {
      const responses = objectIn(operation, "responses");
      expect(Object.keys(responses).filter((status) => !status.startsWith("2"))).toEqual(ERRORS);
      for (const status of ERRORS) expect(resolveStrictly(document, responses[status])["content"]).toEqual(wanted);
    }
  });

  test("declares each path parameter, as a uuid unless its id is a plain string", () => {
    const plain = new Set(["account_id", "job_id", "usage_data_id"]);
    for (const { call, operation } of operations) {
      const named = [...call.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      const declared = parametersOf(document, operation, "path");
      expect(declared).toEqual(
        named.map((name) => ({
          name,
          required: true,
          schema: plain.has(name) ? { type: "string" } : { type: "string", format: "uuid" },
        })),
      );
    }
  });

  test("gives the filters their published defaults, limits, formats and lists", () => {
    const schemaOf = (name: string): unknown =>
      objectIn(objectIn(document["components"], "parameters"), name)["schema"];
    const dateType = { enum: ["USAGE_PERIOD", "BILL_DATE", "CREATED_DATE", "UPDATED_DATE"], minLength: 1 };
    expect({
      page: schemaOf("Page"),
      limit: schemaOf("Limit"),
      isDeleted: schemaOf("IsDeleted"),
      identifier: schemaOf("Identifier"),
      startDate: schemaOf("StartDate"),
      intervalEndDate: schemaOf("IntervalEndDate"),
      dateType: schemaOf("DateType"),
      documentDateType: schemaOf("DocumentDateType"),
      status: schemaOf("ConnectionStatusFilter"),
      owner: schemaOf("ConnectionOwnerEmail"),
    }).toEqual({
      page: { type: "integer", default: 1 },
      limit: { type: "integer", default: 100, minimum: 1, maximum: 500 },
      isDeleted: { type: "boolean", default: false },
      // Upstream's default is the empty string, which is shorter than its own minimum: specs/PROVENANCE.md.
      identifier: { type: "string", minLength: 1 },
      startDate: { type: "string", format: "date" },
      intervalEndDate: { type: "string", format: "date-time" },
      dateType: { type: "string", ...dateType, default: "BILL_DATE" },
      documentDateType: { type: "string", ...dateType, default: "USAGE_PERIOD" },
      status: { $ref: "#/components/schemas/ConnectionStatus", minLength: 1 },
      owner: { type: "string", format: "email", minLength: 1 },
    });
  });

  test("accepts a JSON body also as a form, and an upload only as a multipart form", () => {
    for (const { operation } of operations.filter(({ operation }) => operation["requestBody"] !== undefined)) {
      const content = objectIn(operation["requestBody"], "content");
      const types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
      expect(Object.keys(content)).toEqual(operation["operationId"] === "job_company_create" ? types.slice(2) : types);
      const bodies = new Set(Object.values(content).map((media) => stringIn(objectIn(media, "schema"), "$ref")));
      expect(bodies.size).toBe(1);
    }
  });

  test("wraps each page in one envelope whose fields all are required", () => {
    const pages = schemas.filter(([name]) => name.endsWith("Page"));
    expect(pages).toHaveLength(7);
    for (const [, page] of pages) {
      const keys = Object.keys(objectIn(page, "properties"));
      expect(keys).toEqual([
        expect.stringMatching(/^total[A-Z]/),
        "perPage",
        "totalPages",
        "currentPage",
        "hasNext",
        "hasPrevious",
        expect.any(String),
      ]);
      expect(arrayIn(page, "required")).toEqual(keys);
    }
  });

  test("closes an enum only where its whole list is public, and keeps all others open strings", () => {
    const parameters = Object.entries(objectIn(document["components"], "parameters"));
    const named = [
      ...schemas,
      ...parameters.map(([name, parameter]) => [name, objectIn(parameter, "schema")] as const),
    ];
    const closed = named.filter(([, schema]) => arrayIn(schema, "enum").length > 0);
    expect(Object.fromEntries(closed.map(([name, schema]) => [name, arrayIn(schema, "enum").length]))).toEqual(CLOSED);
    const nested = objectsIn(document).filter(({ object }) => object["enum"] !== undefined);
    expect(nested).toHaveLength(closed.length);
    const open = objectsIn(document).filter(({ object }) => object["x-extensible-enum"] !== undefined);
    expect(open.length).toBeGreaterThan(20);
    for (const { object } of open) expect(object["type"]).toBe("string");
  });

  test("has strings for decimals, never a floating point number", () => {
    const numbers = objectsIn(document).filter(({ object }) => object["type"] === "number");
    expect(numbers.map(({ place }) => place)).toEqual([]);
  });

  test("has a name for every shape with properties", () => {
    const nameless = schemas.flatMap(([name, schema]) =>
      Object.entries(objectIn(schema, "properties"))
        .flatMap(([key, property]) => objectsIn(asObject(property, key), `${name}.${key}`))
        .filter(({ object }) => isObject(object["properties"]))
        .map(({ place }) => place),
    );
    expect(nameless).toEqual([]);
  });

  test("states the evidence of every operation and named shape, and of a part only where it differs", () => {
    const degrees = ["seen", "inferred", "assumed"];
    for (const { operation } of operations) expect(degrees).toContain(operation["x-evidence"]);
    for (const [, schema] of schemas) expect(degrees).toContain(asObject(schema, "schema")["x-evidence"]);
    for (const [name, schema] of schemas) {
      const whole = asObject(schema, name)["x-evidence"];
      const parts = Object.values(objectIn(schema, "properties")).map((property) => stringIn(property, "x-evidence"));
      expect(parts).not.toContain(whole);
    }
  });
});

interface Operation {
  /** Such as `GET /ping`. */
  readonly call: string;
  readonly operation: JsonObject;
}

function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(objectIn(document, "paths")).flatMap(([path, item]) =>
    Object.entries(asObject(item, path)).map(([method, operation]) => {
      return { call: `${method.toUpperCase()} ${path}`, operation: asObject(operation, path) };
    }),
  );
}

/** An operation as a row of contract.yaml. */
function rowOf(document: JsonObject, call: string, operation: JsonObject): JsonObject {
  const query = parametersOf(document, operation, "query").map(({ name }) => name);
  return {
    id: stringIn(operation, "operationId") ?? "",
    call,
    tag: arrayIn(operation, "tags").join(),
    title: stringIn(operation, "summary") ?? "",
    evidence: stringIn(operation, "x-evidence") ?? "",
    ...answerOf(document, operation),
    ...(query.length > 0 && { query }),
  };
}

function answerOf(document: JsonObject, operation: JsonObject): JsonObject {
  const [answer] = Object.entries(objectIn(operation, "responses")).filter(([status]) => status.startsWith("2"));
  const schema = objectIn(objectIn(objectIn(answer?.[1], "content"), "application/json"), "schema");
  if (schema["type"] === "array") return { array: true };
  const properties = objectAt(resolveStrictly(document, schema), "properties", "answer");
  if (properties["hasNext"] === undefined) return {};
  return {
    list: Object.keys(properties)
      .filter((key) => objectIn(properties, key)["type"] === "array")
      .join(),
  };
}

function parametersOf(document: JsonObject, operation: JsonObject, place: string) {
  const all = arrayIn(operation, "parameters").map((parameter) => resolveStrictly(document, parameter));
  return all
    .filter((parameter) => parameter["in"] === place)
    .map(({ name, required, schema }) => ({ name: asString(name, "name"), required, schema }));
}

function byId(one: JsonObject, other: JsonObject): number {
  return String(one["id"]).localeCompare(String(other["id"]));
}

/** Every object inside a value, itself included, with the keys that lead to it. */
function objectsIn(value: unknown, place = ""): { readonly place: string; readonly object: JsonObject }[] {
  const children = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const inner = children.flatMap(([key, child]) => objectsIn(child, `${place}/${key}`));
  return isObject(value) ? [{ place, object: value }, ...inner] : inner;
}
