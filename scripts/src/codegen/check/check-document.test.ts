import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { answering, pathParameters, smallDocument } from "../../../test/support/small-document.ts";
import { parseCallName } from "../names/call-name.ts";
import { problemLine } from "../problem.ts";
import { checkDocument } from "./check-document.ts";

const OPERATION = { operationId: "thing_list", ...answering({ type: "object" }) };

/** Returns the problems of a document as lines; by default, only `thing_list` has a name. */
function problemsOf(document: JsonObject, names: Readonly<Record<string, string>> = { thing_list: "things.list" }) {
  const parsed = Object.entries(names).map(([id, name]) => {
    const callName = parseCallName(name);
    if (callName === undefined) throw new Error(name);
    return [id, callName] as const;
  });
  return checkDocument(document, new Map(parsed)).map(problemLine);
}

function withOperation(operation: JsonObject, path = "/thing"): JsonObject {
  return smallDocument({ [path]: { get: { ...OPERATION, ...operation } } });
}

function withPage(properties: JsonObject, parameters: Json = [{ name: "page", in: "query", schema: {} }]): JsonObject {
  return withOperation({ parameters, ...answering({ type: "object", properties }) });
}

const PAGE = {
  currentPage: { type: "integer" },
  totalPages: { type: "integer" },
  hasNext: { type: "boolean" },
  totalThings: { type: "integer" },
  things: { type: "array", items: { type: "string" } },
};

test("a document with everything the generator relies on has no problem", () => {
  expect(problemsOf(withPage(PAGE))).toEqual([]);
});

describe("the version of OpenAPI", () => {
  test("is required", () => {
    expect(problemsOf({ paths: {} })).toEqual([
      "#/openapi: missing `openapi` field; provide an OpenAPI 3.0 or 3.1 document",
    ]);
  });

  test.each(["2.0", "3.2.0", "3.10.0", "4.0.0"])("%s is not supported", (openapi) => {
    expect(problemsOf(smallDocument({}, {}, { openapi }), {})).toEqual([
      `#/openapi: unsupported \`openapi: ${openapi}\`; provide an OpenAPI 3.0 or 3.1 document`,
    ]);
  });
});

describe("x-idempotent", () => {
  test.each([true, false])("may be %s", (value) => {
    expect(problemsOf(withOperation({ "x-idempotent": value }))).toEqual([]);
  });

  test.each(["true", "yes", 1, null, {}])("is refused as %j, with the place and the fix", (value) => {
    expect(problemsOf(withOperation({ "x-idempotent": value }))).toEqual([
      `thing_list: x-idempotent is ${JSON.stringify(value)}; set it to true or false with an overlay`,
    ]);
  });
});

describe("references", () => {
  test("to another document are named with their place", () => {
    const document = withOperation(answering({ $ref: "other.json#/Thing" }));
    expect(problemsOf(document)).toEqual([
      '#/paths/~1thing/get/responses/200/content/application~1json/schema: refers to "other.json#/Thing" outside the document; bundle the document first',
    ]);
  });

  test("to nothing are named with their place", () => {
    const document = smallDocument(
      {},
      { schemas: { Thing: { properties: { a: { $ref: "#/components/schemas/A" } } } } },
    );
    expect(problemsOf(document, {})).toEqual([
      '#/components/schemas/Thing/properties/a: refers to "#/components/schemas/A", which does not exist; add it or correct the $ref',
    ]);
  });

  test("in examples and extensions are data, as long as they stay in the document", () => {
    const gone = { $ref: "#/components/schemas/Gone" };
    const document = withOperation({ "x-other": gone, ...answering({ example: gone }) });
    expect(problemsOf(document)).toEqual([]);
  });

  test("to themselves are named with their place", () => {
    const schemas = { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } };
    expect(problemsOf(smallDocument({}, { schemas }), {})).toEqual([
      '#/components/schemas/A: refers to "#/components/schemas/B", which refers to itself; correct the $ref',
      '#/components/schemas/B: refers to "#/components/schemas/A", which refers to itself; correct the $ref',
    ]);
  });

  test("that are not strings are reported with their place", () => {
    expect(problemsOf(withOperation(answering({ $ref: 5 })))).toEqual([
      "#/paths/~1thing/get/responses/200/content/application~1json/schema: its $ref is 5, not a string; correct the $ref",
    ]);
  });
});

describe("operation ids", () => {
  test("are required; the message suggests one", () => {
    const document = smallDocument({ "/users/{id}": { get: { ...answering({}), parameters: pathParameters("id") } } });
    expect(problemsOf(document, {})).toEqual([
      "#/paths/~1users~1{id}/get: GET /users/{id} has no operationId; add one with an overlay, for example `getUsersId`",
    ]);
  });

  test("are unique", () => {
    const document = smallDocument({ "/a": { get: OPERATION }, "/b": { post: OPERATION } });
    expect(problemsOf(document)).toEqual([
      '#/paths/~1b/post: operationId "thing_list" is also used by #/paths/~1a/get; rename one of them with an overlay',
    ]);
  });

  test("are not shared with webhooks, where an id is optional", () => {
    const webhooks = { "a.created": { post: {} }, "a.deleted": { post: { operationId: "thing_list" } } };
    expect(problemsOf({ ...withOperation({}), webhooks })).toEqual([
      '#/webhooks/a.deleted/post: operationId "thing_list" is also used by #/paths/~1thing/get; rename one of them with an overlay',
    ]);
  });
});

describe("path parameters", () => {
  test("in the template must be declared", () => {
    expect(problemsOf(withOperation({}, "/thing/{id}"))).toEqual([
      'thing_list: path parameter "id" is not declared (#/paths/~1thing~1{id}/get); add `{ name: id, in: path, required: true }`',
    ]);
  });

  test("that are declared must appear in the template", () => {
    expect(problemsOf(withOperation({ parameters: pathParameters("id", "ID") }, "/thing/{id}"))).toEqual([
      'thing_list: path parameter "ID" is not in /thing/{id} (#/paths/~1thing~1{id}/get); remove it or correct the path',
    ]);
  });

  test("must appear in the template only once", () => {
    expect(problemsOf(withOperation({ parameters: pathParameters("id") }, "/{id}/{id}"))).toEqual([
      'thing_list: path parameter "id" is twice in /{id}/{id} (#/paths/~1{id}~1{id}/get); rename one of them',
    ]);
  });

  test("of a path item apply to each of its operations", () => {
    const item = { parameters: pathParameters("id"), get: OPERATION };
    expect(problemsOf(smallDocument({ "/thing/{id}": item }))).toEqual([]);
  });
});

describe("pages", () => {
  const without = (...keys: string[]) =>
    Object.fromEntries(Object.entries(PAGE).filter(([key]) => !keys.includes(key)));

  test("must have an array of items", () => {
    expect(problemsOf(withPage(without("things")))).toEqual([
      "thing_list: its page must have exactly one array of items, found none; correct the envelope with an overlay",
    ]);
  });

  test("must not have a second array that could contain the items", () => {
    expect(problemsOf(withPage({ ...PAGE, errors: { type: ["array", "null"] } }))).toEqual([
      "thing_list: its page must have exactly one array of items, found things, errors; correct the envelope with an overlay",
    ]);
  });

  test("must have exactly one total", () => {
    expect(problemsOf(withPage(without("totalThings")))).toEqual([
      "thing_list: its page must have exactly one total of items, found none; correct the envelope with an overlay",
    ]);
    expect(problemsOf(withPage({ ...PAGE, totalSize: { type: "number" } }))).toEqual([
      "thing_list: its page must have exactly one total of items, found totalThings, totalSize; correct the envelope with an overlay",
    ]);
  });

  test.each(["currentPage", "hasNext", "totalPages"])("must have all of their keys: %s is missing", (key) => {
    expect(problemsOf(withPage(without(key)))).toEqual([
      `thing_list: its response looks like a page but has no ${key}; add it with an overlay, or rename the others`,
    ]);
  });

  test("must be requestable by number", () => {
    expect(problemsOf(withPage(PAGE, []))).toEqual([
      "thing_list: it returns pages but has no `page` query parameter; declare the parameter with an overlay",
    ]);
  });

  test("are found through references and `allOf`", () => {
    const base = { type: "object", properties: without("things") };
    const page = { allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: {} }] };
    const document = smallDocument(
      { "/thing": { get: { ...OPERATION, ...answering({ $ref: "#/components/schemas/Page" }) } } },
      { schemas: { Base: base, Page: page } },
    );
    expect(problemsOf(document)).toHaveLength(2);
    expect(problemsOf(document)[0]).toContain("must have exactly one array of items, found none");
  });
});

describe("names", () => {
  test("an operation without a name stops the generator; the message contains the line to add", () => {
    const document = smallDocument({
      "/thing/owner/{owner_id}": {
        get: {
          operationId: "thing_owner_retrieve",
          tags: ["Things"],
          parameters: pathParameters("owner_id"),
          ...answering({}),
        },
      },
    });
    expect(problemsOf(document, {})).toEqual([
      "thing_owner_retrieve: GET /thing/owner/{owner_id} has no name; add this line to `operations` in specs/resources.yaml: `GET /thing/owner/{}: { name: things.retrieveByOwner, id: thing_owner_retrieve }`",
    ]);
  });

  test("a name without an operation in this version may belong to another one", () => {
    expect(problemsOf(withOperation({}), { thing_list: "things.list", thing_old: "things.old" })).toEqual([]);
  });
});

describe("parameters that a client cannot send", () => {
  const problemOf = (parameter: JsonObject) => problemsOf(withOperation({ parameters: [{ name: "x", ...parameter }] }));
  const FIX = "change or remove it with an overlay";
  const MAP: JsonObject = { schema: { type: "object" } };

  test.each<[string, JsonObject]>([
    ['cookie parameter "x" is a cookie, which a client in a browser cannot set', { in: "cookie" }],
    ['query parameter "x" is described by `content`, not by `schema`', { in: "query", content: {} }],
    ['query parameter "x" is an object, which a client cannot send in a query', { in: "query", ...MAP }],
    [
      'query parameter "x" is an object, which a client cannot send in a query',
      { in: "query", style: "deepObject", ...MAP },
    ],
  ])("%s", (message, parameter) => {
    expect(problemOf(parameter)).toEqual([`thing_list: ${message}; ${FIX}`]);
  });

  test.each(["spaceDelimited", "pipeDelimited", "deepObject"])("a list in style %s, with the cure", (style) => {
    expect(problemOf({ in: "query", style, schema: { type: "array" } })).toEqual([
      `thing_list: query parameter "x" has style "${style}", which a client cannot send; set \`style\` to "form", or remove the parameter, with an overlay`,
    ]);
  });

  test.each<JsonObject>([{}, { explode: false }, { style: "form" }, { style: "form", explode: false }])(
    "a list with %j is sent",
    (parameter) => {
      expect(problemOf({ in: "query", ...parameter, schema: { type: "array" } })).toEqual([]);
    },
  );

  test.each<JsonObject>([{ type: "array" }, { type: "object" }])(
    "a path parameter that is not a plain value: $type",
    (schema) => {
      const parameters = [{ name: "x", in: "path", required: true, schema }];
      expect(problemsOf(withOperation({ parameters }, "/{x}"))).toEqual([
        `thing_list: path parameter "x" is not a plain value in the path; ${FIX}`,
      ]);
    },
  );

  test("parameters sent the usual way are fine", () => {
    const parameters = [
      { name: "a", in: "query", schema: { type: "array" } },
      { name: "c", in: "header", schema: { type: "string" } },
    ];
    expect(problemsOf(withOperation({ parameters }))).toEqual([]);
  });

  test("servers of an operation or a path, to which a client would send its key", () => {
    const fix = "remove them with an overlay: a client sends its key to one server only";
    const servers = [{ url: "https://a.example" }];
    for (const item of [{ servers, get: OPERATION }, { get: { ...OPERATION, servers } }]) {
      expect(problemsOf(smallDocument({ "/thing": item }))).toEqual([`thing_list: it has its own servers; ${fix}`]);
    }
  });

  test("callbacks", () => {
    expect(problemsOf(withOperation({ callbacks: {} }))).toEqual([
      "thing_list: it has callbacks, for which no types are generated; move them to `webhooks` or remove them with an overlay",
    ]);
  });

  test("dynamic references", () => {
    expect(problemsOf(withOperation(answering({ $dynamicRef: "#node" })))).toEqual([
      "#/paths/~1thing/get/responses/200/content/application~1json/schema: uses $dynamicRef; write a plain $ref with an overlay",
    ]);
  });
});

test("all problems of a document are reported at once", () => {
  const document = smallDocument({ "/a/{x}": { get: OPERATION }, "/b": { get: OPERATION } });
  expect(problemsOf(document, {})).toHaveLength(4);
});
