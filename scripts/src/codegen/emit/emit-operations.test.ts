import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { METHODS } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { generate } from "../../../test/support/generate.ts";
import { answering, pathParameters, smallDocument } from "../../../test/support/small-document.ts";

const DONE = { responses: { "204": { description: "Done." } } };

/** The row of the only operation of a document, on one line. */
async function rowOf(operation: JsonObject, method = "get", path = "/thing"): Promise<string> {
  const item = { [method]: { operationId: "thing", tags: ["things"], ...DONE, ...operation } };
  const source = (await generate(smallDocument({ [path]: item }))).get("src/operations.ts") ?? "";
  const row = /^ {2}"things\.\w+": (\{.*?\}),$/ms.exec(source)?.[1] ?? source;
  return row.replaceAll(/,\n *\}/g, " }").replaceAll(/\n */g, " ");
}

const sending = (...mediaTypes: string[]): JsonObject => ({
  requestBody: { content: Object.fromEntries(mediaTypes.map((type): [string, Json] => [type, { schema: {} }])) },
});

const answeringAs = (mediaType: string): JsonObject => ({
  responses: { "200": { description: "Done.", content: { [mediaType]: { schema: { type: "string" } } } } },
});

describe("a row of the operation table", () => {
  test("has the exact path template", async () => {
    expect(await rowOf({ parameters: pathParameters("thing_id", "a") }, "get", "/thing/{thing_id}/{a}.json")).toBe(
      '{ method: "GET", path: "/thing/{thing_id}/{a}.json", resource: "things", name: "retrieve", retry: "read", response: "none" }',
    );
  });

  test.each(METHODS.map((method) => [method]))("states whether a %s may be retried", async (method) => {
    const classes: Readonly<Record<string, string>> = {
      put: "idempotent",
      delete: "idempotent",
      post: "unsafe",
      patch: "unsafe",
    };
    expect(await rowOf({}, method)).toContain(`retry: "${classes[method] ?? "read"}"`);
  });

  test.each([
    ["post", true, "idempotent"],
    ["patch", true, "idempotent"],
    ["get", true, "read"],
    ["delete", false, "unsafe"],
    ["post", false, "unsafe"],
  ])("follows `x-idempotent` for a %s: %s", async (method, isIdempotent, retry) => {
    expect(await rowOf({ "x-idempotent": isIdempotent }, method)).toContain(`retry: "${retry}"`);
  });

  test.each([
    [["application/json"], 'body: "json"'],
    [["application/xml", "application/json"], 'body: "json"'],
    [["application/merge-patch+json"], 'body: "json", mediaType: "application/merge-patch+json"'],
    [["multipart/form-data"], 'body: "multipart"'],
    [["application/x-www-form-urlencoded"], 'body: "form"'],
    [["application/pdf"], 'body: "raw", mediaType: "application/pdf"'],
  ])("states the encoding of a body of %j", async (mediaTypes, expected) => {
    expect(await rowOf({ ...answering({}), ...sending(...mediaTypes) }, "post")).toMatch(
      new RegExp(`${escaped(expected)} }$`),
    );
  });

  test.each([
    ["application/json", ""],
    ["application/problem+json", ""],
    ["text/csv", 'response: "text"'],
    ["application/xml", 'response: "text"'],
    ["application/pdf", 'response: "blob"'],
  ])("states how a response of %s is read: %s", async (mediaType, expected) => {
    const row = await rowOf(answeringAs(mediaType));
    if (expected === "") expect(row).not.toContain("response:");
    else expect(row).toContain(expected);
  });

  test("names only the lists that are one value with commas", async () => {
    const list = (name: string, more: JsonObject = {}): JsonObject => ({
      ...{ name, in: "query", schema: { type: "array", items: { type: "string" } } },
      ...more,
    });
    const parameters = [list("a"), list("b", { explode: false }), list("c__in", { style: "form", explode: false })];
    expect(await rowOf({ parameters })).toContain('query: true, commaLists: ["b", "c__in"], response: "none" }');
    expect(await rowOf({ parameters: [list("a", { explode: true })] })).not.toContain("commaLists");
  });

  test("has the keys of a page, and marks a query", async () => {
    const properties = {
      currentPage: {},
      hasNext: {},
      totalPages: {},
      totalThings: { type: "integer" },
      things: { type: "array" },
    };
    const parameters = [{ name: "page", in: "query", schema: { type: "integer" } }];
    expect(await rowOf({ parameters, ...answering({ type: "object", properties }) })).toContain(
      'query: true, page: { items: "things", total: "totalThings" }',
    );
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.+*/]/g, "\\$&");
}
