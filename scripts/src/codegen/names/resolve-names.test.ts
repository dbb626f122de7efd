import { readApi } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { smallDocument } from "../../../test/support/small-document.ts";
import { problemLine } from "../problem.ts";
import { formatCallName } from "./call-name.ts";
import { parseResources } from "./parse-resources.ts";
import { resolveNames } from "./resolve-names.ts";

const TEXT = `product: API
operations:
  GET /thing: { name: things.list, id: thing_list }
  GET /thing/{}: { name: things.retrieve, id: thing_retrieve }
`;

/** Names the operations of a document in which each path has a GET operation with this id. */
function resolve(ids: Readonly<Record<string, string>>) {
  const paths = Object.entries(ids).map(([path, operationId]) => [path, { get: { operationId } }]);
  const api = readApi(smallDocument(Object.fromEntries(paths)));
  const { names, used, problems, notes } = resolveNames(api, parseResources(TEXT).operations);
  return {
    names: Object.fromEntries([...names].map(([id, name]) => [id, formatCallName(name)])),
    used: [...used].map(({ key }) => key),
    problems: problems.map(problemLine),
    notes,
  };
}

const KEYS = ["GET /thing", "GET /thing/{}"];

test.each(["/thing/{id}", "/thing/{thing_id}/", "/v3.1/thing/{pk}/"])("%s is GET /thing/{}", (path) => {
  expect(resolve({ "/thing": "thing_list", [path]: "thing_retrieve" })).toEqual({
    names: { thing_list: "things.list", thing_retrieve: "things.retrieve" },
    used: KEYS,
    problems: [],
    notes: [],
  });
});

test("the path decides where an id has changed", () => {
  expect(resolve({ "/thing": "things_list", "/thing/{id}": "thing_retrieve" })).toEqual({
    names: { things_list: "things.list", thing_retrieve: "things.retrieve" },
    used: KEYS,
    problems: [],
    notes: [
      "specs/resources.yaml:3: the id of things.list has changed from thing_list to things_list; its path GET /thing decides",
    ],
  });
});

test("the id finds an operation whose path has changed", () => {
  expect(resolve({ "/all-things": "thing_list", "/thing/{id}": "thing_retrieve" })).toEqual({
    names: { thing_list: "things.list", thing_retrieve: "things.retrieve" },
    used: KEYS,
    problems: [],
    notes: [
      "specs/resources.yaml:3: things.list has moved from GET /thing to GET /all-things; its id thing_list decides",
    ],
  });
});

test("an operation that is missing gives its name to no other, even if that one has its id", () => {
  const { names, used, problems } = resolve({ "/thing": "thing_retrieve" });
  expect({ names, used, problems }).toEqual({
    names: { thing_retrieve: "things.list" },
    used: ["GET /thing"],
    problems: [],
  });
});

describe("a path and an id of two operations are a contradiction", () => {
  test("where an id has moved to another operation", () => {
    const { names, problems } = resolve({ "/thing": "thing_retrieve", "/thing/{id}": "thing_retrieve_2" });
    expect(names).toEqual({ thing_retrieve: "things.list", thing_retrieve_2: "things.retrieve" });
    expect(problems).toEqual([
      "specs/resources.yaml:4: things.retrieve is GET /thing/{id} by its path, but GET /thing by its id thing_retrieve; correct the path, or change the id to thing_retrieve_2 if the path is right",
    ]);
  });

  test("where two ids are swapped", () => {
    expect(resolve({ "/thing": "thing_retrieve", "/thing/{id}": "thing_list" }).problems).toEqual([
      "specs/resources.yaml:3: things.list is GET /thing by its path, but GET /thing/{id} by its id thing_list; correct the path, or change the id to thing_retrieve if the path is right",
      "specs/resources.yaml:4: things.retrieve is GET /thing/{id} by its path, but GET /thing by its id thing_retrieve; correct the path, or change the id to thing_list if the path is right",
    ]);
  });
});

test("two operations that share a key are a problem", () => {
  expect(resolve({ "/thing": "thing_list", "/v2/thing/": "thing_list_2" }).problems).toEqual([
    "#/paths/~1v2~1thing~1/get: resources.yaml cannot tell GET /v2/thing/ from GET /thing; remove one of the two by an overlay",
  ]);
});
