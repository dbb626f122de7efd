import { describe, expect, test } from "vitest";
import { asObject, type Json, objectAt } from "../document/json.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { parseOverlay } from "./parse-overlay.ts";

function apply(document: Json, ...actions: object[]): Json {
  return applyOverlay(document, overlayOf(...actions), "v2.0/openapi.json");
}

function overlayOf(...actions: object[]): ReturnType<typeof parseOverlay> {
  return parseOverlay({ overlay: "1.0.0", info: { title: "Test", version: "1.0.0" }, actions }, "10-test.yaml");
}

describe("update", () => {
  test("merges objects recursively and keeps the order of existing keys", () => {
    const document = { info: { title: "A", contact: { name: "N", url: "U" } } };
    const result = apply(document, { target: "$.info", update: { contact: { url: "V", email: "E" }, version: "1" } });
    expect(JSON.stringify(result)).toBe(
      '{"info":{"title":"A","contact":{"name":"N","url":"V","email":"E"},"version":"1"}}',
    );
  });

  test("replaces a list inside the merged object as a whole", () => {
    expect(apply({ a: { list: [1, 2], text: "x" } }, { target: "$.a", update: { list: [3], text: [4] } })).toEqual({
      a: { list: [3], text: [4] },
    });
  });

  test("may set null and replace it", () => {
    expect(apply({ a: { b: {}, c: null } }, { target: "$.a", update: { b: null, c: { d: 1 } } })).toEqual({
      a: { b: null, c: { d: 1 } },
    });
  });

  test("appends to a list that is the target", () => {
    expect(apply({ tags: [{ name: "A" }] }, { target: "$.tags", update: { name: "B" } })).toEqual({
      tags: [{ name: "A" }, { name: "B" }],
    });
  });

  test("reaches the root", () => {
    expect(apply({ a: 1 }, { target: "$", update: { b: 2 } })).toEqual({ a: 1, b: 2 });
  });

  test("merges a separate copy into each match", () => {
    const { a, b } = asObject(apply({ a: {}, b: {} }, { target: "$.*", update: { shared: { n: 1 } } }), "result");
    expect([a, b]).toEqual([{ shared: { n: 1 } }, { shared: { n: 1 } }]);
    expect(objectAt(asObject(a, "a"), "shared", "a")).not.toBe(objectAt(asObject(b, "b"), "shared", "b"));
  });

  test("finds targets by a filter", () => {
    const document = { get: { id: "a" }, put: { id: "b" } };
    expect(apply(document, { target: "$[?@.id == 'b']", update: { hit: true } })).toEqual({
      get: { id: "a" },
      put: { id: "b", hit: true },
    });
  });

  test("changes a node and one inside it in the same action", () => {
    expect(apply({ a: { a: { n: 1 } } }, { target: "$..a", update: { hit: true } })).toEqual({
      a: { a: { n: 1, hit: true }, hit: true },
    });
  });
});

describe("remove", () => {
  test("removes every match, and does not shift the other items of a list", () => {
    expect(apply({ list: [{ n: 1 }, { n: 2 }, { n: 3 }] }, { target: "$.list[0,1]", remove: true })).toEqual({
      list: [{ n: 3 }],
    });
  });

  test("removes a match inside another match", () => {
    expect(apply({ x: { a: { a: 1 } }, b: 1 }, { target: "$..a", remove: true })).toEqual({ x: {}, b: 1 });
  });

  test("can be followed by an update that adds the same key again", () => {
    const document = { servers: [{ url: "old" }] };
    expect(
      apply(document, { target: "$.servers", remove: true }, { target: "$", update: { servers: [{ url: "new" }] } }),
    ).toEqual({ servers: [{ url: "new" }] });
  });
});

describe("an action that cannot be applied names overlay, action, target and document", () => {
  test.each([
    ["matches nothing", { target: "$.b", update: {} }, "matches nothing in"],
    ["removes nothing", { target: "$.b[?@.c]", remove: true }, "matches nothing in"],
    ["removes the root", { target: "$", remove: true }, "would remove the whole of"],
    ["updates a string", { target: "$.a.text", update: {} }, "selects neither object nor array at /a/text of"],
    ["merges a string into an object", { target: "$.a", update: "x" }, "needs an object to merge at /a of"],
    ["appends a list", { target: "$.a.list", update: [1] }, "needs one item to append, not a list, at /a/list of"],
  ])("%s", (_, action, message) => {
    const document = { a: { text: "t", list: [] } };
    const good = { target: "$.a", update: { ok: true } };
    const full = `10-test.yaml: actions[1] (target ${action.target}) ${message} v2.0/openapi.json`;
    expect(() => apply(document, good, action)).toThrow(full);
  });
});

describe("keys that name parts of a prototype", () => {
  test("are plain data in document and update", () => {
    const document: Json = JSON.parse('{"a":{"__proto__":{"x":1}}}');
    const result = apply(document, { target: "$.a", update: JSON.parse('{"__proto__":{"polluted":true}}') });
    expect(JSON.stringify(result)).toBe('{"a":{"__proto__":{"x":1,"polluted":true}}}');
    expect("polluted" in {}).toBe(false);
  });

  test("are not targets if the document lacks such a key", () => {
    expect(() => apply({ a: {} }, { target: "$.a.constructor", update: { x: 1 } })).toThrow("matches nothing");
    expect(() => apply({ a: {} }, { target: "$.a['__proto__']", update: { polluted: true } })).toThrow(
      "matches nothing",
    );
    expect("polluted" in {}).toBe(false);
  });
});
