import { expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import { findCandidates } from "../src/diff/find-candidates.ts";
import type { JsonObject } from "../src/document/json.ts";

const TEXT = { type: "string" };

const withProperties = (properties: JsonObject): JsonObject => ({
  paths: {
    "/a": { get: { responses: { "200": { content: { "a/b": { schema: { type: "object", properties } } } } } } },
  },
});

const withOperations = (paths: JsonObject): JsonObject => ({ paths });

const describeCandidates = (before: JsonObject, after: JsonObject) =>
  findCandidates(diffDocuments(before, after)).map(
    ({ kind, from, to, reason }) => `${kind}: ${from} → ${to} (${reason})`,
  );

test("a property may be renamed if one of its shape goes and one comes in the same object", () => {
  const before = withProperties({ a: { ...TEXT, description: "The a." }, c: { type: "integer" } });
  const after = withProperties({ b: { ...TEXT, description: "The b." }, c: { type: "integer" } });

  expect(describeCandidates(before, after)).toEqual(["property-renamed: a → b (same shape, same object)"]);
  const changes = diffDocuments(before, after);
  const [candidate] = findCandidates(changes);
  expect([candidate?.removed, candidate?.added]).toEqual(changes.map(({ id }) => id));
  expect(changes.map(({ kind }) => kind)).toEqual(["property-removed", "property-added"]);
});

test.each([
  ["the shapes differ", { a: TEXT }, { b: { type: "integer" } }],
  ["two could be the new one", { a: TEXT }, { b: TEXT, c: TEXT }],
  ["two could be the old one", { a: TEXT, b: TEXT }, { c: TEXT }],
  [
    "they are in different objects",
    { a: TEXT, o: { type: "object" } },
    { o: { type: "object", properties: { a: TEXT } } },
  ],
])("no property may be renamed if %s", (_case, before, after) => {
  expect(describeCandidates(withProperties(before), withProperties(after))).toEqual([]);
});

test("a parameter may be moved from the query to a header", () => {
  const withParameter = (place: string, name = "q") =>
    withOperations({ "/a": { get: { parameters: [{ name, in: place, schema: TEXT }] } } });

  expect(describeCandidates(withParameter("query"), withParameter("header"))).toEqual([
    "parameter-moved: query q → header q (same name, same shape)",
  ]);
  expect(describeCandidates(withParameter("query"), withParameter("header", "r"))).toEqual([]);
});

test("an operation may be moved if its id or its content is the same", () => {
  const byId = (path: string, more: JsonObject = {}) =>
    withOperations({ [path]: { get: { operationId: "a", ...more } } });
  const byContent = (path: string, id: string) =>
    withOperations({ [path]: { get: { operationId: id, responses: { "200": { description: "A site." } } } } });

  expect(describeCandidates(byId("/a"), byId("/b", { deprecated: true, "x-a": 1 }))).toEqual([
    "operation-moved: GET /a → GET /b (same operation id)",
  ]);
  expect(describeCandidates(byContent("/a", "one"), byContent("/b", "two"))).toEqual([
    "operation-moved: GET /a → GET /b (same parameters, body and responses)",
  ]);
});

test("a version prefix or a trailing slash does not count as a move", () => {
  const before = withOperations({ "/a/{x}": { get: { operationId: "a" } } });
  const after = withOperations({ "/v2/a/{x}/": { get: { operationId: "a" } } });

  expect(diffDocuments(before, after).map(({ kind }) => kind)).toEqual(["path-respelled"]);
  expect(describeCandidates(before, after)).toEqual([]);
});
