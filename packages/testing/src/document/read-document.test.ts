import { METHODS } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { checkRequest } from "../check/check-request.ts";
import { readDocument } from "./read-document.ts";

const idOf = (method: string): string => `site_${method}`;
const API = {
  version: "v9.9",
  baseUrl: "https://nectar.example/v9.9",
  operations: Object.fromEntries(
    METHODS.map((method) => [`sites.${method}`, { method: method.toUpperCase(), path: "/site" }]),
  ),
};
const JSON_DOCUMENT = {
  openapi: "3.1.0",
  paths: {
    "/site": Object.fromEntries(
      METHODS.map((method) => [method, { operationId: idOf(method), responses: { "204": { description: "" } } }]),
    ),
  },
};

test.each(METHODS)("an operation with the method %s is read, found and checked", (method) => {
  const document = readDocument(API, JSON_DOCUMENT);
  const request = { method: method.toUpperCase(), url: "https://nectar.example/v9.9/site", headers: {} };

  expect(document.operations.get(`sites.${method}`)).toMatchObject({
    id: idOf(method),
    name: `sites.${method}`,
    method: method.toUpperCase(),
  });
  expect(checkRequest(document, request)).toEqual([]);
});

test("a version that names an operation the document lacks is refused", () => {
  const operations = { ...API.operations, "sites.list": { method: "GET", path: "/sites" } };

  expect(() => readDocument({ ...API, operations }, JSON_DOCUMENT)).toThrow("disagree about GET /sites");
});
