import { type JsonObject, objectAt } from "@nectar-sdk/openapi/document";
import { parseOverlay } from "@nectar-sdk/openapi/overlay";
import { expect, test } from "vitest";
import { buildDocument } from "./build-document.ts";
import { mergeSource } from "./source.ts";

const shared = {
  openapi: "3.1.0",
  info: { title: "Test", version: "1", description: "API {version}" },
  tags: { Sites: "Places." },
  securityScheme: { Key: { type: "apiKey", in: "header", name: "X-API-KEY" } },
  errors: { "404": { name: "NotFound", description: "Not there." } },
  schemas: { ErrorResponse: { type: "object" } },
  parameters: {
    SiteId: { name: "site_id", in: "path", required: true, schema: { type: "string" } },
    PlaceId: { name: "place_id", in: "path", required: true, schema: { type: "string" } },
    Page: { name: "page", in: "query", schema: { type: "integer" } },
  },
};

const sites = {
  tag: "Sites",
  paths: {
    "/site": { get: { operationId: "site_list", query: ["Page"], answers: { 200: "SitePage" } } },
    "/site/{site_id}": {
      patch: { operationId: "site_patch", body: { schema: "SiteChange", required: false }, answers: { 200: "Site" } },
      delete: { operationId: "site_destroy", answers: { 204: null } },
    },
    "/sites": {
      get: {
        operationId: "site_all",
        "x-evidence": "seen",
        answers: { 200: { array: "Site", "x-evidence": "inferred" } },
      },
      post: {
        operationId: "site_make",
        "x-evidence": "seen",
        answers: { 201: { schema: "Site", "x-evidence": "seen" } },
      },
      delete: { operationId: "site_clear", answers: { 204: { content: null, "x-evidence": "assumed" } } },
    },
  },
  pages: { SitePage: { total: "totalSites", items: "sites", of: "Site" } },
  fragments: { Named: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
  schemas: {
    Site: { extends: "Named", required: ["id"], properties: { id: { type: "string" }, kind: { nullable: "Kind" } } },
    SiteChange: { extends: ["Named"], description: "Change." },
    Kind: { type: "string", "x-extensible-enum": ["HOME"] },
    Unused: { type: "string" },
  },
};

function build(
  changes: { actions?: JsonObject[]; pathParameters?: Record<string, string> } = {},
  shapes: JsonObject = sites,
) {
  return buildDocument(
    mergeSource({ name: "document.yaml", content: shared }, [{ name: "sites.yaml", content: shapes }]),
    {
      version: "v9",
      server: "https://api.example/v9",
      pathParameters: changes.pathParameters ?? {},
      overlay: parseOverlay(
        { overlay: "1.0.0", info: { title: "v9", version: "1" }, actions: changes.actions ?? [NO_CHANGE] },
        "v9.yaml",
      ),
    },
  );
}

const NO_CHANGE = { target: "$.info", update: { title: "Test" } };

test("an operation gets its path parameters, tag, security and error responses", () => {
  expect(build()).toMatchObject({
    info: { description: "API v9" },
    servers: [{ url: "https://api.example/v9" }],
    paths: {
      "/site/{site_id}": {
        patch: {
          tags: ["Sites"],
          parameters: [{ $ref: "#/components/parameters/SiteId" }],
          requestBody: {
            required: false,
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/SiteChange" } },
              "multipart/form-data": { "x-evidence": "inferred" },
            },
          },
          responses: { "200": {}, "404": { $ref: "#/components/responses/NotFound" } },
          security: [{ Key: [] }],
        },
        delete: { responses: { "204": { description: "Done; no content." } } },
      },
    },
  });
});

test("a response whose evidence differs from its operation's is marked", () => {
  const answer = { $ref: "#/components/schemas/Site" };
  expect(objectAt(build(), "paths", "document")["/sites"]).toMatchObject({
    get: {
      responses: {
        "200": {
          "x-evidence": "inferred",
          content: { "application/json": { schema: { type: "array", items: answer } } },
        },
      },
    },
    post: { responses: { "201": { content: { "application/json": { schema: answer } } } } },
    delete: { responses: { "204": { "x-evidence": "assumed", description: "Done; no content." } } },
  });
  expect(build()).not.toHaveProperty(["paths", "/sites", "post", "responses", "201", "x-evidence"]);
  expect(build()).not.toHaveProperty(["paths", "/sites", "delete", "responses", "204", "content"]);
});

test("an envelope is written out with its total, its item array and all of its fields required", () => {
  expect(build()).toMatchObject({
    components: {
      schemas: {
        SitePage: {
          required: ["totalSites", "perPage", "totalPages", "currentPage", "hasNext", "hasPrevious", "sites"],
          properties: { sites: { type: "array", items: { $ref: "#/components/schemas/Site" } } },
        },
      },
    },
  });
});

test("extended shapes are flattened, and a nullable one becomes a union with null", () => {
  expect(build()).toMatchObject({
    components: {
      schemas: {
        Site: {
          type: "object",
          required: ["name", "id"],
          properties: { name: {}, id: {}, kind: { anyOf: [{ $ref: "#/components/schemas/Kind" }, { type: "null" }] } },
        },
      },
    },
  });
});

test("an unused component is left out", () => {
  const { components } = build();
  expect(components).not.toHaveProperty("schemas.Unused");
  expect(components).not.toHaveProperty("schemas.Named");
  expect(components).not.toHaveProperty("parameters.PlaceId");
  expect(components).toHaveProperty("parameters.Page");
});

test("a version removes the parts it lacks, and may rename a path parameter", () => {
  const document = build({
    pathParameters: { site_id: "place_id" },
    actions: [{ target: "$.components.schemas.Site.properties.kind", remove: true }],
  });
  expect(document).toHaveProperty(
    ["paths", "/site/{place_id}", "patch", "parameters", "0", "$ref"],
    "#/components/parameters/PlaceId",
  );
  expect(document).not.toHaveProperty("components.schemas.Site.properties.kind");
  expect(document).not.toHaveProperty("components.schemas.Kind");
});

test.each([
  [{ ...sites, pathz: {} }, 'sites.yaml: unknown section "pathz"'],
  [
    { ...sites, schemas: { ...sites.schemas, ErrorResponse: {} } },
    'sites.yaml: schemas "ErrorResponse" is defined twice',
  ],
  [{ ...sites, schemas: { ...sites.schemas, Site: { extends: "Nameless" } } }, '"Site" extends the unknown "Nameless"'],
  [{ ...sites, fragments: { Named: { extends: "Named" } } }, '"Named" extends itself'],
  [{ paths: sites.paths }, "sites.yaml: a file with paths needs a tag"],
  [{ ...sites, paths: { "/site": { get: { operationId: "x" } } } }, "paths./site.get.answers: expected an object"],
  [
    { ...sites, paths: { "/site": { get: { operationId: "x", answers: { 200: { "x-evidence": "seen" } } } } } },
    "paths./site.get.answers.200: expected a string",
  ],
])("a mistake in the source is refused with its place (%#)", (shapes, message) => {
  expect(() => build({}, shapes)).toThrow(message);
});
