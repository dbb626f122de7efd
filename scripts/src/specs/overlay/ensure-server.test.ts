import { expect, test } from "vitest";
import { ensureServer } from "./ensure-server.ts";

const BASE = "https://api.example/v2";

test.each([
  ["no servers", {}],
  ["an empty list of servers", { servers: [] }],
  ["a relative server", { servers: [{ url: "/v2" }, { url: "https://other.example" }] }],
])("a document with %s gets the base URL of its version", (_name, document) => {
  expect(ensureServer(document, BASE)).toEqual({ servers: [{ url: BASE }] });
});

test("a document that names its server keeps it", () => {
  const document = { servers: [{ url: "https://{region}.example", variables: { region: { default: "eu" } } }] };

  expect(ensureServer(document, BASE)).toBe(document);
});

test("a document of a version without an entry stays as it is", () => {
  expect(ensureServer({}, undefined)).toEqual({});
});
