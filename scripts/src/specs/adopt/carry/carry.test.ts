import { asObject, type JsonObject, lookUp, objectIn } from "@nectar-sdk/openapi/document";
import { applyOverlay, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { smallDocument } from "../../../../test/support/small-document.ts";
import { carryNames } from "./carry-names.ts";
import { carryTargets, makeOptional } from "./carry-overlays.ts";
import { keepWebhooks } from "./keep-webhooks.ts";
import { matchOperations } from "./match-operations.ts";

const get = (operationId: string, summary?: string): JsonObject => ({
  get: { operationId, ...(summary === undefined ? {} : { summary }) },
});

function match(before: JsonObject, ...after: JsonObject[]) {
  return matchOperations(
    after.map((paths, index) => ({
      version: `v1.${index}`,
      before: smallDocument(before),
      after: smallDocument(paths),
    })),
  );
}

describe("operations are the same", () => {
  const before = {
    "/thing": get("thing_list", "List things"),
    "/thing/{id}": get("thing_read"),
    "/part": get("part_list"),
  };

  test("by path, then by title, then by id", () => {
    const after = {
      // The ids of the first two have changed places.
      "/v2/thing/": get("thing_read"),
      "/thing/{thing_id}": get("thing_list"),
      "/parts": get("part_list"),
      "/new": get("new_list"),
    };
    const { moved, lost, added } = match(before, after);
    expect([[...moved], lost, added]).toEqual([[["GET /part", "GET /parts"]], [], ["GET /new"]]);

    const titled = {
      "/things": get("other", " list Things"),
      "/thing/{id}": get("thing_read"),
      "/part": get("part_list"),
    };
    expect([...match(before, titled).moved]).toEqual([["GET /thing", "GET /things"]]);
  });

  test("and neither moved nor lost while a version keeps the path", () => {
    const moved = { ...before, "/part": get("x"), "/parts": get("part_list") };
    expect(match(before, before, moved)).toMatchObject({ moved: new Map(), lost: [], added: ["GET /parts"] });
  });
});

const RESOURCES = `# Names.
product: API
resources:
  parts: Parts.
  things: Things.
operations:
  # The list.
  GET /thing: { name: things.list, id: thing_list }
  GET /part: { name: parts.list, id: part_list }
`;

test("names follow their operations; ids that differ between versions and lost operations go", () => {
  const before = { "/thing": get("thing_list", "Things"), "/part": get("part_list") };
  const after = [{ "/things": get("a_things", "Things") }, { "/things": get("b_things", "Things") }];

  expect(carryNames(RESOURCES, match(before, ...after))).toEqual({
    text: `# Names.
product: API
resources:
  things: Things.
operations:
  # The list.
  GET /things: things.list
`,
    lost: new Map([["GET /part", "parts.list"]]),
  });
});

test("names of an unchanged document keep every byte", () => {
  const before = { "/thing": get("thing_list"), "/part": get("part_list") };
  expect(carryNames(RESOURCES, match(before, before)).text).toBe(RESOURCES);
});

const OVERLAY = `overlay: 1.0.0
actions:
  - x-operation: GET /thing # Kept.
    update: {}
  - x-operation: GET /thing
    update: &value { a: "GET /thing" }
  - x-operation:
      - GET /part
      - GET /thing
    update: *value
`;

test("targets of overlays follow their operations, and the rest of the text is unchanged", () => {
  expect(carryTargets(OVERLAY, new Map([["GET /thing", "GET /things"]]))).toBe(
    OVERLAY.replace("x-operation: GET /thing\n", "x-operation: GET /things\n").replace(
      "- GET /thing\n",
      "- GET /things\n",
    ),
  );
});

test("actions become optional in place", () => {
  expect(makeOptional(OVERLAY, [1, 2])).toBe(
    OVERLAY.replace("- x-operation: GET /thing\n", "- x-optional: true\n    x-operation: GET /thing\n").replace(
      "- x-operation:\n",
      "- x-optional: true\n    x-operation:\n",
    ),
  );
});

describe("webhooks of a document that describes none any more", () => {
  const payload = {
    requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Event" } } } },
  };
  const before: JsonObject = {
    webhooks: { "thing.created": { post: payload } },
    components: {
      schemas: { Event: { properties: { thing: { $ref: "#/components/schemas/Thing" } } }, Thing: { type: "object" } },
    },
  };

  function keep(schemas: JsonObject): JsonObject {
    const after = { components: { schemas } };
    const text = keepWebhooks(before, after, "v1.0");
    return asObject(applyOverlay(after, parseOverlay(parse(text ?? ""))), "document");
  }

  test("are kept with their schemas", () => {
    expect(keep({})).toEqual(before);
    expect(keep({ Thing: { type: "object" } })).toEqual(before);
  });

  test("never change a schema of the document that has the same name", () => {
    const thing = { type: "object", required: ["id"] };
    const document = keep({ Thing: thing });
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    expect(schemas["Thing"]).toEqual(thing);
    expect(Object.keys(schemas).sort()).toEqual(["Thing", "WebhookEvent", "WebhookThing"]);
    expect(lookUp(document, "#/components/schemas/WebhookEvent/properties/thing/$ref")).toBe(
      "#/components/schemas/WebhookThing",
    );
  });

  test("need no overlay while the document describes some", () => {
    expect(keepWebhooks(before, before, "v1.0")).toBeUndefined();
    expect(keepWebhooks({}, {}, "v1.0")).toBeUndefined();
  });
});
