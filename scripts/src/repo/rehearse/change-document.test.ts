import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { extendPayload, replaceProperty, rewordDocument } from "./change-document.ts";

const JSON_TYPE = "application/json";

function refer(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** One operation with a request and a response, and one event. */
const DOCUMENT = asObject(
  {
    openapi: "3.1.0",
    info: { title: "Sites", version: "1" },
    paths: {
      "/site": {
        post: {
          requestBody: { content: { [JSON_TYPE]: { schema: refer("NewSite") } } },
          responses: { "200": { description: "", content: { [JSON_TYPE]: { schema: refer("Site") } } } },
        },
      },
    },
    webhooks: { changed: { post: { requestBody: { content: { [JSON_TYPE]: { schema: refer("Changed") } } } } } },
    components: {
      schemas: {
        NewSite: {
          type: "object",
          properties: { a: { type: "string" }, b: { type: "string" }, c: { type: "string" } },
        },
        Site: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string" },
            name: { type: ["string", "null"] },
            tags: { type: "array", items: {} },
          },
        },
        Changed: { type: "object", properties: { id: { type: "string" } } },
      },
    },
  },
  "document",
);

test("one optional property of a response goes, and one is new; requests and events keep theirs", () => {
  const changes = diffDocuments(DOCUMENT, replaceProperty(DOCUMENT, "rehearsedNote"));

  expect(changes.map(({ severity, where }) => [severity, where.subject, where.field]).sort()).toEqual([
    ["additive", "Site", "rehearsedNote"],
    ["breaking", "Site", "name"],
  ]);
});

test("only the payload of an event changes", () => {
  const changes = diffDocuments(DOCUMENT, extendPayload(DOCUMENT) ?? {});

  expect(changes.map(({ where }) => where.subject)).toEqual(["Changed"]);
});

test("a document without events has no payload to change", () => {
  expect(extendPayload({ ...DOCUMENT, webhooks: {} })).toBeUndefined();
});

test("another description is a change of text alone", () => {
  const changes = diffDocuments(DOCUMENT, rewordDocument(DOCUMENT, "All of them."));

  expect(changes.map(({ severity }) => severity)).toEqual(["text"]);
});

test("a document without an optional property is refused", () => {
  expect(() => replaceProperty({ ...DOCUMENT, paths: {} }, "rehearsedNote")).toThrow(
    "no response of the document has an optional property",
  );
});
