import { describe, expect, test } from "vitest";
import { documentWith, normaliseThing, normaliseWith, objectAtPointer } from "../../../test/support/normalise-with.ts";
import type { Json, JsonObject } from "../../document/json.ts";

const closed = { type: "string", enum: ["A", "B"] };
const opened = { type: "string", "x-extensible-enum": ["A", "B"] };

describe("an enum that a response reaches", () => {
  test.each<[string, Json, Json]>([
    ["is opened with its values kept", closed, opened],
    [
      "is opened below a property",
      { properties: { a: { type: "array", items: closed } } },
      { properties: { a: { type: "array", items: opened } } },
    ],
    [
      "keeps null in its type",
      { type: ["string", "null"], enum: ["A", null] },
      { type: ["string", "null"], "x-extensible-enum": ["A"] },
    ],
    [
      "gets the type that its values have",
      { enum: ["A", null] },
      { type: ["string", "null"], "x-extensible-enum": ["A"] },
    ],
    [
      "is opened where it lists numbers",
      { type: "integer", enum: [1, 2] },
      { type: "integer", "x-extensible-enum": [1, 2] },
    ],
    ["stays closed where it lists flags", { type: "boolean", enum: [true] }, { type: "boolean", enum: [true] }],
    ["stays closed below `not`", { not: closed }, { not: closed }],
    ["stays closed where it is null alone", { enum: [null] }, { enum: [null] }],
  ])("%s", (_what, before, after) => {
    expect(normaliseThing("openEnums", before)).toEqual(after);
  });

  test("stays closed with a note where it mixes types", () => {
    const mixed = { enum: ["A", 1] };
    const { document, notes } = normaliseWith("openEnums", documentWith({ Thing: mixed }));

    expect(objectAtPointer(document, "#/components/schemas/Thing")).toEqual(mixed);
    expect(notes).toEqual([
      {
        rule: "openEnums",
        at: "#/components/schemas/Thing",
        message: "stays closed: its values are not all strings or all numbers",
      },
    ]);
  });

  test("stays closed where it tells the members of a union apart", () => {
    const thing = { oneOf: [{ properties: { kind: closed, other: closed } }], discriminator: { propertyName: "kind" } };

    expect(normaliseThing("openEnums", thing)).toEqual({
      oneOf: [{ properties: { kind: closed, other: opened } }],
      discriminator: { propertyName: "kind" },
    });
  });
});

describe("the direction", () => {
  const shared = { Thing: { properties: { a: { $ref: "#/components/schemas/Shared" } } }, Shared: closed };

  test("of a request alone leaves an enum closed", () => {
    const schemas = { Thing: {}, Request: closed, Idle: closed };

    expect(normaliseWith("openEnums", documentWith(schemas)).document["components"]).toEqual({ schemas });
  });

  test("of both opens a shared enum and says that requests keep to its values", () => {
    const schemas = { ...shared, Request: { $ref: "#/components/schemas/Shared" } };
    const { document } = normaliseWith("openEnums", documentWith(schemas));

    expect(objectAtPointer(document, "#/components/schemas/Shared")).toEqual({
      ...opened,
      "x-closed-in-requests": true,
    });
  });

  test("of a webhook belongs to its payload, not to the response", () => {
    const content = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
    const hook = {
      post: { requestBody: content(closed), responses: { "200": { description: "", ...content(closed) } } },
    };
    const { document } = normaliseWith("openEnums", documentWith({}, { webhooks: { created: hook } }));

    expect(objectAtPointer(document, "#/webhooks/created")).toEqual({
      post: { requestBody: content(opened), responses: { "200": { description: "", ...content(closed) } } },
    });
  });

  test("of a header belongs to the response, of a parameter to the request", () => {
    const operation = {
      parameters: [{ name: "q", in: "query", schema: closed }],
      responses: { "200": { description: "", headers: { "X-State": { schema: closed } } } },
    };
    const { document } = normaliseWith("openEnums", documentWith({}, { paths: { "/a": { get: operation } } }));

    expect(objectAtPointer(document, "#/paths/~1a/get/parameters/0/schema")).toEqual(closed);
    expect(objectAtPointer(document, "#/paths/~1a/get/responses/200/headers/X-State/schema")).toEqual(opened);
  });

  test("is found through references that go in a circle", () => {
    const thing = { properties: { child: { $ref: "#/components/schemas/Thing" }, a: closed } };

    expect(normaliseThing("openEnums", thing)).toEqual({ properties: { ...thing.properties, a: opened } });
  });
});
