import { describe, expect, test } from "vitest";
import { normaliseWith, objectAtPointer } from "../../../test/support/normalise-with.ts";
import type { Json, JsonObject } from "../../document/json.ts";

const id = { name: "company_id", in: "path", required: true, schema: { type: "string" } };
const page = { name: "page", in: "query", schema: { type: "integer" } };
const notFound = { description: "Not there." };
const ok = { description: "Done." };

function documentOf(operations: Readonly<Record<string, JsonObject>>, components?: JsonObject): JsonObject {
  const paths = Object.fromEntries(Object.entries(operations).map(([path, get]) => [path, { get }]));
  return { openapi: "3.1.0", paths, ...(components === undefined ? {} : { components }) };
}

function hoist(document: JsonObject): JsonObject {
  return normaliseWith("hoistShared", document).document;
}

test("parameters and responses in place, in components and in the path item give the same document", () => {
  const inPlace = documentOf({
    "/company/{company_id}/a": { parameters: [id, page], responses: { "200": ok, "404": notFound } },
    "/company/{company_id}/b": { parameters: [id], responses: { "200": ok, "404": notFound } },
  });
  const to = (section: string, name: string): JsonObject => ({ $ref: `#/components/${section}/${name}` });
  const referring = documentOf(
    {
      "/company/{company_id}/a": {
        parameters: [to("parameters", "Firm"), to("parameters", "P")],
        responses: { "200": to("responses", "Fine"), "404": to("responses", "Gone") },
      },
      "/company/{company_id}/b": {
        parameters: [to("parameters", "Firm")],
        responses: { "200": ok, "404": to("responses", "Gone") },
      },
    },
    { parameters: { Firm: id, P: page, Idle: page }, responses: { Gone: notFound, Fine: ok } },
  );
  const ofPathItem = {
    openapi: "3.1.0",
    paths: {
      "/company/{company_id}/a": {
        parameters: [id],
        get: { parameters: [page], responses: { "200": ok, "404": notFound } },
      },
      "/company/{company_id}/b": { parameters: [id], get: { responses: { "200": ok, "404": notFound } } },
    },
  };

  expect(hoist(inPlace)).toEqual({
    ...documentOf(
      {
        "/company/{company_id}/a": {
          parameters: [to("parameters", "CompanyId"), to("parameters", "Page")],
          responses: { "200": ok, "404": to("responses", "NotFound") },
        },
        "/company/{company_id}/b": {
          parameters: [to("parameters", "CompanyId")],
          responses: { "200": ok, "404": to("responses", "NotFound") },
        },
      },
      { parameters: { CompanyId: id, Page: page }, responses: { NotFound: notFound } },
    ),
  });
  expect(hoist(referring)).toEqual(hoist(inPlace));
  expect(hoist(ofPathItem)).toEqual(hoist(inPlace));
});

describe("of several variants", () => {
  const other = { ...page, description: "Another." };
  const operation = (parameter: JsonObject): JsonObject => ({ parameters: [parameter], responses: {} });

  test("the most frequent one is shared and the others stay in place", () => {
    const normal = hoist(documentOf({ "/a": operation(other), "/b": operation(page), "/c": operation(page) }));

    expect(objectAtPointer(normal, "#/components/parameters")).toEqual({ Page: page });
    expect(objectAtPointer(normal, "#/paths/~1a/get/parameters/0")).toEqual(other);
  });

  test("the order of paths and keys does not change which one is shared", () => {
    const reversed = Object.fromEntries(Object.entries(page).reverse());
    const one = hoist(documentOf({ "/a": operation(other), "/b": operation(page) }));
    const two = hoist(documentOf({ "/b": operation(reversed), "/a": operation(other) }));

    expect(one).toEqual(two);
  });
});

test("an operation's own parameter replaces one of its path item", () => {
  const own = { ...page, required: true };
  const document = {
    openapi: "3.1.0",
    paths: { "/a": { parameters: [page, id], get: { parameters: [own], responses: {} } } },
  };

  expect(objectAtPointer(hoist(document), "#/components/parameters")).toEqual({ CompanyId: id, Page: own });
});

test("a description beside a reference replaces that of the component", () => {
  const parameter = { $ref: "#/components/parameters/P", description: "Mine." };
  const document = documentOf({ "/a": { parameters: [parameter], responses: {} } }, { parameters: { P: page } });

  expect(objectAtPointer(hoist(document), "#/components/parameters")).toEqual({
    Page: { ...page, description: "Mine." },
  });
});

test("parameters of paths that have one name are shared behind the same word only", () => {
  const own = { ...id, name: "id" };
  const operation = { parameters: [own], responses: {} };
  const document = documentOf({
    "/company/{id}": operation,
    "/company/{id}/note": operation,
    "/job/{id}": operation,
  });

  const normal = hoist(document);

  expect(objectAtPointer(normal, "#/components/parameters")).toEqual({ Id: own });
  expect(objectAtPointer(normal, "#/paths/~1job~1{id}/get/parameters/0")).toEqual(own);
  for (const path of ["~1company~1{id}", "~1company~1{id}~1note"]) {
    expect(objectAtPointer(normal, `#/paths/${path}/get/parameters/0`)).toEqual({ $ref: "#/components/parameters/Id" });
  }
});

test("two parameters that would have one name do not share it", () => {
  const query = { ...page, name: "companyId" };
  const document = documentOf({ "/{company_id}": { parameters: [id, query], responses: {} } });

  expect(objectAtPointer(hoist(document), "#/components/parameters")).toEqual({ CompanyId: id });
});

test.each<[string, Json]>([
  ["leads nowhere", { $ref: "#/components/parameters/Gone" }],
  ["leads back to itself", { $ref: "#/components/parameters/Loop" }],
  ["is not a parameter", 5],
])("a parameter that %s stays", (_what, parameter) => {
  const document = documentOf(
    { "/a": { parameters: [parameter], responses: {} } },
    { parameters: { Loop: { $ref: "#/components/parameters/Loop" } } },
  );

  expect(objectAtPointer(hoist(document), "#/paths/~1a/get")).toEqual({ parameters: [parameter], responses: {} });
});

test("a component remains while a reference leads into it", () => {
  const schema = { $ref: "#/components/parameters/P/schema" };
  const document = documentOf(
    {
      "/a": {
        parameters: [{ $ref: "#/components/parameters/P" }],
        responses: { "200": { content: { "a/b": { schema } } } },
      },
    },
    { parameters: { P: page } },
  );

  expect(objectAtPointer(hoist(document), "#/components/parameters")).toEqual({ P: page, Page: page });
});

test("a document that would grow without bounds is left unchanged, with a note", () => {
  const response = { description: "x".repeat(100_000) };
  const responses = { "200": { $ref: "#/components/responses/Big" } };
  const operations = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/${index}`, { responses }]));
  const document = documentOf(operations, { responses: { Big: response } });

  const { document: normal, notes } = normaliseWith("hoistShared", document);

  expect(normal).toBe(document);
  expect(notes).toEqual([expect.objectContaining({ rule: "hoistShared", at: "#/components" })]);
});
