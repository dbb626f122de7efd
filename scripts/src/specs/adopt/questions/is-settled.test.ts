import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../../test/support/small-document.ts";
import { isSettled } from "./is-settled.ts";

function isSettledBy(id: string, more: JsonObject): boolean {
  const get = { operationId: "thing_list", ...answering({}) };
  const other = { version: "v1.1", before: {}, after: smallDocument({}, {}, { webhooks: { made: {} } }) };
  const pair = { version: "v1.0", before: {}, after: smallDocument({ "/thing/{id}": { get } }, {}, more) };
  return isSettled(id, [pair, other]);
}

test.each<[string, JsonObject]>([
  ["operation-lost GET /thing/{}", {}],
  ["webhooks-gone", { webhooks: { made: {} } }],
  ["other-version v1.0", { servers: [{ url: "https://api.example/v1.0" }] }],
  ["id-moved v1.0 thing_retrieve", {}],
  ["left-out GET /thing/{} callbacks", {}],
])("%s is settled by the documents", (id, more) => {
  expect(isSettledBy(id, more)).toBe(true);
});

test.each([
  "operation-lost GET /ping",
  "webhooks-gone",
  "other-version v1.0",
  "id-moved v1.0 thing_list",
  "enums-closed",
])("%s stays open until then", (id) => {
  expect(isSettledBy(id, {})).toBe(false);
});
