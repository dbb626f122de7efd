import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { smallDocument } from "../../../test/support/small-document.ts";
import { checkOtherVersion } from "./check-other-version.ts";

const KNOWN = ["v2.0", "v2.1", "v2.2"].map((version) => ({
  version,
  document: `${version}.json`,
  baseUrl: `https://api.example/${version === "v2.0" ? "v2" : version}`,
  package: `@example/api-${version}`,
}));

const withServers = (...servers: Json[]): JsonObject => smallDocument({ "/company": {} }, {}, { servers });
const withPaths = (...paths: string[]): JsonObject =>
  smallDocument(Object.fromEntries(paths.map((path) => [path, {}])), {}, { servers: [{ url: "/" }] });

describe("a pull for v2.1 accepts a document", () => {
  test.each<[string, JsonObject]>([
    ["without servers and prefix", smallDocument({ "/company": {}, "/vehicle": {} })],
    ["with its own base URL", withServers({ url: "https://API.example/v2.1/" })],
    ["with a relative server", withServers({ url: "/v2.1" })],
    ["with a server that names no version", withServers({ url: "https://other.example" })],
    ["with the other servers behind its own", withServers({ url: "/v2.1" }, { url: "/v2.2" })],
    ["with its own prefix", withPaths("/v2.1/company", "/api/v2.1/site")],
    ["with paths of several versions", withPaths("/v2/company", "/v2.1/company")],
    ["with another version inside a path", withPaths("/migration/v2.2")],
    ["with a server that is not valid", withServers({ url: "http://[" }, {}, 5)],
  ])("%s", (_, document) => {
    expect(() => checkOtherVersion(document, "v2.1", KNOWN)).not.toThrow();
  });
});

describe("a pull for v2.1 refuses a document of another version:", () => {
  const variable = { url: "https://api.example/{version}", variables: { version: { default: "v2.2" } } };

  test.each<[string, JsonObject, string]>([
    ["its base URL", withServers({ url: "https://api.example/v2.2/" }), "v2.2 by its server https://api.example/v2.2/"],
    ["a base URL without a minor version", withServers({ url: "https://api.example/v2" }), "v2.0 by its server"],
    ["the same path on another host", withServers({ url: "https://test.example/api/v2.2" }), "v2.2 by its server"],
    ["a relative server", withServers({ url: "/v2.2" }), "v2.2 by its server /v2.2"],
    ["the default of a variable", withServers(variable), "v2.2 by its server https://api.example/v2.2"],
    ["a prefix of its paths", withPaths("/ping", "/v2.2/company"), "v2.2 by its path /v2.2/company"],
    ["a prefix behind /api", withPaths("/api/v2.0/company/"), "v2.0 by its path /api/v2.0/company/"],
  ])("%s", (_, document, named) => {
    const check = () => checkOtherVersion(document, "v2.1", KNOWN);
    expect(check).toThrow(`is a document of ${named}`);
    expect(check).toThrow(/; give that of v2\.1, or correct baseUrl in specs\/versions\.yaml$/);
  });
});
