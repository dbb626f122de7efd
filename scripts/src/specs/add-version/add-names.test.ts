import { type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { smallDocument } from "../../../test/support/small-document.ts";
import { addNames } from "./add-names.ts";

const TEXT = `# Names.
product: API
operations:
  # The list.
  GET /thing: { name: things.list, id: thing_list }
`;

function add(paths: JsonObject) {
  return addNames(TEXT, "v1.1", readApi(smallDocument(paths)));
}

test("operations without a name get the derived one, behind those that exist", () => {
  const paths = {
    "/v1.1/thing/": { get: { operationId: "things_all", tags: ["Things"] } },
    "/v1.1/thing/{thing_id}/": { get: { operationId: "thing_retrieve", tags: ["Things"] } },
  };

  expect(add(paths)).toEqual({
    text: `${TEXT}  # Derived from the operations of v1.1.\n  GET /thing/{}: { name: things.retrieve, id: thing_retrieve }\n`,
    added: new Map([["GET /thing/{}", "things.retrieve"]]),
  });
});

test("a derived name that is taken gets a number", () => {
  const { text } = add({ "/things": { get: { operationId: "things_list", tags: ["Things"] } } });
  expect(text).toContain("GET /things: { name: things.list2, id: things_list }");
});

test("an operation takes the resource of its neighbours: by tag, else by the first segment of its path", () => {
  const tags = ["Suche"];
  const paths = {
    "/thing": { get: { operationId: "thing_list", tags } },
    "/search": { get: { operationId: "search_list", tags } },
    "/thing/{id}/note": { get: { operationId: "thing_note_list" } },
    "/other": { get: { operationId: "other_list", tags: ["Others"] } },
  };

  expect([...add(paths).added.values()]).toEqual(["things.listBySearch", "things.listNote", "others.list"]);
});

test("an id that another line has is left out", () => {
  const paths = {
    "/thing": { get: { operationId: "thing_all", tags: ["Things"] } },
    "/thing/{id}": { get: { operationId: "thing_list", tags: ["Things"] } },
  };
  expect(add(paths).text).toContain("  GET /thing/{}: things.list2\n");
});

test("nothing changes if every operation has a name by its path or its id", () => {
  const paths = { "/all-things": { get: { operationId: "thing_list" } } };
  expect(add(paths)).toEqual({ text: TEXT, added: new Map() });
});

test("a name leaves out the words that all ids begin with, and a GET that responds with an array is a list", () => {
  const schema = { type: "array", items: { type: "string" } };
  const responses = { "200": { description: "All.", content: { "application/json": { schema } } } };
  const paths = {
    "/thing/site/{id}": { get: { operationId: "api_v2_things_site_retrieve", tags: ["Things"], responses } },
    "/thing/{id}": { get: { operationId: "api_v2_things_retrieve", tags: ["Things"] } },
  };

  expect([...add(paths).added.values()]).toEqual(["things.listBySite", "things.retrieve"]);
});
