import { expect, test } from "vitest";
import { normaliseWith } from "../../../test/support/normalise-with.ts";
import type { Json, JsonObject } from "../../document/json.ts";

function withPaths(paths: readonly string[], servers?: Json): JsonObject {
  return {
    openapi: "3.1.0",
    ...(servers === undefined ? {} : { servers }),
    paths: Object.fromEntries(paths.map((path) => [path, { get: { responses: {} } }])),
  };
}

const MOVED: readonly (readonly [what: string, prefix: string, before: Json | undefined, after: readonly string[]])[] =
  [
    ["the path of a host", "/v2.2", [{ url: "https://x" }], ["https://x/v2.2"]],
    ["a server that ends in a slash", "/v2.2", [{ url: "https://x/" }], ["https://x/v2.2"]],
    ["a server with a path", "/v1", [{ url: "https://x/api" }], ["https://x/api/v1"]],
    ["several servers", "/v2", [{ url: "https://x" }, { url: "https://y" }], ["https://x/v2", "https://y/v2"]],
    [
      "a server with variables",
      "/v2",
      [{ url: "https://{host}/", variables: { host: { default: "x" } } }],
      ["https://{host}/v2"],
    ],
    ["a relative server", "/v2", [{ url: "/" }], ["/v2"]],
    ["no server", "/v2.2", undefined, ["/v2.2"]],
    ["an empty list of servers", "/v2.2", [], ["/v2.2"]],
    ["more than a version", "/api/v2.2", [{ url: "https://x" }], ["https://x/api/v2.2"]],
    ["two versions", "/v1/things/v2", [{ url: "https://x" }], ["https://x/v1/things/v2"]],
  ];

test.each(MOVED)("a version that all paths begin with moves to %s", (_what, prefix, before, after) => {
  const { document, notes } = normaliseWith(
    "serverPrefix",
    withPaths([`${prefix}/company`, `${prefix}/company/{id}/`, prefix], before),
  );

  expect(document["servers"]).toMatchObject(after.map((url) => ({ url })));
  expect(Object.keys(document["paths"] ?? {})).toEqual(["/company", "/company/{id}/", "/"]);
  expect(notes).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["only some paths have", ["/v2/a", "/b"]],
  ["differs from path to path", ["/v1/a", "/v2/a"]],
  ["is a parameter", ["/{version}/a", "/{version}/b"]],
  ["is a word", ["/version/a", "/version/b"]],
  ["only begins like a version", ["/v2beta/a", "/v2beta/b"]],
  ["does not stand first, without a slash", ["v2/a", "v2/b"]],
])("a version that %s stays", (_what, paths) => {
  const document = withPaths(paths, [{ url: "https://x" }]);

  expect(normaliseWith("serverPrefix", document)).toEqual({ document, notes: [] });
});

test("a version stays with a note where the server has it too", () => {
  const document = withPaths(["/v2/a", "/v2/b"], [{ url: "https://x/v2/" }]);

  expect(normaliseWith("serverPrefix", document)).toEqual({
    document,
    notes: [
      {
        rule: "serverPrefix",
        at: "#/servers",
        message: "the server and all paths say /v2; one of the two is meant, so both stay",
      },
    ],
  });
});

test("a version stays with a note where two paths would become one", () => {
  const document = withPaths(["/v2", "/v2/"], [{ url: "https://x" }]);

  expect(normaliseWith("serverPrefix", document).notes).toEqual([
    { rule: "serverPrefix", at: "#/paths", message: "/v2 stays in the paths: without it, two of them are the same" },
  ]);
});

test("servers of a path and references to it follow; those of webhooks stay", () => {
  const own = [{ url: "https://y" }];
  const document = {
    openapi: "3.1.0",
    servers: [{ url: "https://x" }],
    paths: { "/v2/a": { servers: own, get: { servers: own, responses: {} } }, "/v2/b": { $ref: "#/paths/~1v2~1a" } },
    webhooks: { created: { servers: own, post: {} } },
  };

  expect(normaliseWith("serverPrefix", document).document).toEqual({
    openapi: "3.1.0",
    servers: [{ url: "https://x/v2" }],
    paths: {
      "/a": { servers: [{ url: "https://y/v2" }], get: { servers: [{ url: "https://y/v2" }], responses: {} } },
      "/b": { $ref: "#/paths/~1a" },
    },
    webhooks: { created: { servers: own, post: {} } },
  });
});
