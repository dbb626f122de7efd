import { expect, test } from "vitest";
import { normaliseWith, objectAtPointer } from "../../../test/support/normalise-with.ts";

const DOCUMENT = {
  components: {
    schemas: { B: { type: "object", required: ["b", "a"], properties: { b: {}, a: {} } }, A: { enum: ["b", "a"] } },
  },
  webhooks: { b: {}, a: {} },
  paths: {
    "/b": { post: { responses: { default: {}, "4XX": {}, "200": {} } }, get: {} },
    "/a/{y}/{x}": {
      get: {
        tags: ["b", "a"],
        parameters: [
          { name: "q", in: "query" },
          { name: "x", in: "path" },
          { $ref: "#/components/parameters/P" },
          { name: "y", in: "path" },
        ],
      },
    },
  },
  tags: [{ name: "b" }, { name: "a" }],
  openapi: "3.1.0",
};

const normal = normaliseWith("order", DOCUMENT).document;

test("sections, paths, methods, statuses and components have one order", () => {
  const keys = (pointer: string): string[] => Object.keys(objectAtPointer(normal, pointer));

  expect(Object.keys(normal)).toEqual(["openapi", "tags", "paths", "webhooks", "components"]);
  expect(keys("#/paths")).toEqual(["/a/{y}/{x}", "/b"]);
  expect(keys("#/paths/~1b")).toEqual(["get", "post"]);
  expect(keys("#/paths/~1b/post/responses")).toEqual(["200", "4XX", "default"]);
  expect(keys("#/webhooks")).toEqual(["a", "b"]);
  expect(keys("#/components/schemas")).toEqual(["A", "B"]);
});

test("parameters stand as the path names them, then by place and name", () => {
  expect(objectAtPointer(normal, "#/paths/~1a~1{y}~1{x}/get")["parameters"]).toEqual([
    { name: "y", in: "path" },
    { name: "x", in: "path" },
    { name: "q", in: "query" },
    { $ref: "#/components/parameters/P" },
  ]);
});

test("required is sorted; properties, enums and tags keep the order of their author", () => {
  const schema = objectAtPointer(normal, "#/components/schemas/B");

  expect(schema["required"]).toEqual(["a", "b"]);
  expect(Object.keys(schema["properties"] ?? {})).toEqual(["b", "a"]);
  expect(objectAtPointer(normal, "#/components/schemas/A")).toEqual({ enum: ["b", "a"] });
  expect(normal["tags"]).toEqual(DOCUMENT.tags);
});

test("parameters that a reference counts keep their order", () => {
  const parameters = [
    { name: "b", in: "query" },
    { name: "a", in: "query" },
  ];
  const document = {
    paths: { "/a": { get: { parameters } } },
    components: { parameters: { P: { $ref: "#/paths/~1a/get/parameters/0" } } },
  };

  expect(objectAtPointer(normaliseWith("order", document).document, "#/paths/~1a/get")["parameters"]).toEqual(
    parameters,
  );
});
