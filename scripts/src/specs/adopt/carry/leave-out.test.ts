import { asObject, type Json, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { applyOverlay, parseOverlay } from "@nectar-sdk/openapi/overlay";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { answering, smallDocument } from "../../../../test/support/small-document.ts";
import { checkDocument } from "../../../codegen/check/check-document.ts";
import { deriveCallNames } from "../../../codegen/names/derive-call-name.ts";
import { formatLeftOut, listLeftOut } from "./leave-out.ts";

const OPERATION = { operationId: "thing_list", tags: ["things"], ...answering({ type: "string" }) };
const SERVERS = [{ url: "https://a.example" }];

/** The document without what is left out, and the questions about it. */
function leaveOut(
  document: JsonObject,
  before: JsonObject = {},
): { readonly left: JsonObject; readonly parts: string[] } {
  const all = listLeftOut("v1.0", document, before);
  const text = formatLeftOut("v1.0", document, all);
  const left = text === undefined ? document : applyOverlay(document, parseOverlay(parse(text)));
  return { left: asObject(left, "document"), parts: all.map(({ key, part }) => `${key} ${part}`) };
}

function listRequests(document: JsonObject): string[] {
  return readApi(document).operations.map(({ method, path }) => `${method} ${path}`);
}

test("an optional parameter that no client can send goes alone, and a shared one stays for the others", () => {
  const shared = { $ref: "#/components/parameters/Session" };
  const filter = { name: "filter", in: "query", style: "deepObject", schema: { type: "object" } };
  const page = { name: "page", in: "query", schema: { type: "integer" } };
  const get = { ...OPERATION, parameters: [filter, page, shared] };
  const components = { parameters: { Session: { name: "sess", in: "cookie", schema: { type: "string" } } } };

  const { left, parts } = leaveOut(smallDocument({ "/thing": { get } }, components));

  expect(parts).toEqual(['GET /thing query parameter "filter"', 'GET /thing cookie parameter "sess"']);
  expect(readApi(left).operations[0]?.parameters.map(({ name }) => name)).toEqual(["page"]);
  expect(left["components"]).toEqual(components);
});

test.each<[string, JsonObject]>([
  [
    "a required parameter that no client can send",
    { get: { ...OPERATION, parameters: [{ name: "s", in: "cookie", required: true }] } },
  ],
  ["its own servers", { get: { ...OPERATION, servers: SERVERS, callbacks: {} } }],
  ["a path that has its own servers", { servers: SERVERS, get: OPERATION }],
])("an operation with %s goes as a whole", (_, item) => {
  const { left } = leaveOut(
    smallDocument({ "/thing": item, "/other": { get: { ...OPERATION, operationId: "other" } } }),
  );

  expect(listRequests(left)).toEqual(["get /other"]);
});

test("of two operations that names cannot tell apart, the existing one stays, else the first", () => {
  const paths = { "/thing": { get: OPERATION }, "/thing/": { get: { ...OPERATION, operationId: "thing_list_2" } } };
  const document = smallDocument(paths);

  expect(listRequests(leaveOut(document).left)).toEqual(["get /thing"]);
  const before = smallDocument({ "/thing/": { get: OPERATION } });
  expect(listRequests(leaveOut(document, before).left)).toEqual(["get /thing/"]);
});

test("an operation without an id gets one that no other has", () => {
  const { operationId: _id, ...unnamed } = OPERATION;
  const paths = { "/thing": { get: unnamed, post: { ...OPERATION, operationId: "getThing" } } };

  const { left, parts } = leaveOut(smallDocument(paths));

  expect(parts).toEqual([]);
  expect(readApi(left).operations.map(({ id }) => id)).toEqual(["getThing2", "getThing"]);
});

test("the generator accepts what is left of any operations", () => {
  const parameter = fc
    .record({
      in: fc.constantFrom("query", "cookie", "header"),
      required: fc.boolean(),
      how: fc.constantFrom<JsonObject>(
        { schema: { type: "string" } },
        { schema: { type: "object" } },
        { schema: { type: "array" }, style: "pipeDelimited" },
        { content: { "application/json": {} } },
      ),
    })
    .map(({ how, ...rest }): JsonObject => ({ ...rest, ...how }));
  const parameters = fc
    .array(parameter, { maxLength: 4 })
    .map((list): Json => list.map((one, index) => ({ name: `p${index}`, ...one })));
  const more = fc.constantFrom<JsonObject>({}, { callbacks: {} }, { servers: SERVERS });
  const operation = fc.tuple(parameters, more, fc.boolean()).map(([own, rest, hasId]) => ({
    id: hasId,
    object: { tags: ["things"], ...answering({}), parameters: own, ...rest },
  }));
  const item = fc.record({ own: parameters, operations: fc.array(operation, { maxLength: 3 }) });

  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("/a", "/a/", "/v2/a", "/b"), item), (items) => {
      const paths = Object.entries(items).map(([path, { own, operations }]): [string, Json] => {
        const methods = operations.map(({ id, object }, index): [string, Json] => {
          const operationId = id ? { operationId: `${path}_${index}` } : {};
          return [["get", "post", "patch"][index] ?? "get", { ...operationId, ...object }];
        });
        return [path, { parameters: own, ...Object.fromEntries(methods) }];
      });
      const { left } = leaveOut(smallDocument(Object.fromEntries(paths)));

      expect(checkDocument(left, deriveCallNames(readApi(left).operations))).toEqual([]);
    }),
  );
});
