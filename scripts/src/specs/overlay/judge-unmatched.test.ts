import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { applyOverlays } from "./apply-overlays.ts";
import { type Judgement, judgeUnmatched } from "./judge-unmatched.ts";

const OPERATION = { get: { responses: { "200": {} } } };
const DOCUMENTS = {
  "v1.0": { paths: { "/thing": OPERATION } },
  "v1.1": { paths: { "/thing": OPERATION, "/part": { get: { responses: { "201": {} } } } } },
};

/** Judges one action against two versions, of which only the newer one has `/part`. */
function judge(action: JsonObject): Judgement {
  const value: Json = {
    ...{ overlay: "1.0.0", info: { title: "Test", version: "1" } },
    actions: [{ update: {}, ...action }],
  };
  return judgeUnmatched(
    Object.entries(DOCUMENTS).map(([version, document]) => ({
      version,
      overlays: ["1.yaml"],
      unmatched: applyOverlays(document, [{ name: "1.yaml", value }]).unmatched,
    })),
  );
}

test("an operation that only another version has is a note", () => {
  expect(judge({ "x-operation": "GET /part" })).toEqual({
    actions: [],
    problems: [],
    notes: ["1.yaml: actions[0] (x-operation GET /part) no such operation in v1.0/openapi.json"],
  });
});

test.each<[string, JsonObject, string]>([
  [
    "an operation that no version has",
    { "x-operation": "GET /things" },
    "(x-operation GET /things) no such operation in v1.0/openapi.json, v1.1/openapi.json; the nearest is GET /thing;",
  ],
  [
    "a response that an operation lacks",
    { "x-operation": "GET /part", "x-answer": "200" },
    "(x-operation GET /part, x-answer 200) the operation lacks it in v1.1/openapi.json; the nearest is 201;",
  ],
  [
    "a target that matches in no version",
    { target: "$.paths['/things']" },
    "(target $.paths['/things']) matches nothing in v1.0/openapi.json, v1.1/openapi.json; the nearest is $['paths']['/thing'];",
  ],
])("%s is one problem with the nearest candidate, unless the action is optional", (_, action, message) => {
  expect(judge(action).problems).toEqual([
    expect.stringContaining(`1.yaml: actions[0] ${message} correct the place, or add \`x-optional: true\``),
  ]);
  expect(judge({ ...action, "x-optional": true }).problems).toEqual([]);
});

test("a plain target that matches in another version is neither", () => {
  expect(judge({ target: "$.paths['/part']" })).toEqual({ problems: [], notes: [], actions: [] });
});
