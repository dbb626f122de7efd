import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { mergeJson } from "./merge-json.ts";
import type { Overlay, OverlayAction } from "./parse-overlay.ts";

const KEY = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "toString", "0");
const JSON_VALUE: fc.Arbitrary<Json> = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.integer(), fc.string({ maxLength: 3 }), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(KEY, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
})).value;
const JSON_OBJECT = JSON_VALUE.filter(isObject);

function overlayOf(...actions: OverlayAction[]): Overlay {
  return { name: "test.yaml", title: "Test", actions };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe("an update of any object by any object", () => {
  test("changes neither document nor overlay", () => {
    fc.assert(
      fc.property(JSON_OBJECT, JSON_OBJECT, (part, value) => {
        const document = deepFreeze({ part, list: [part] });
        const overlay = deepFreeze(overlayOf({ kind: "update", target: "$..part", value }));
        const before = JSON.stringify([document, overlay]);
        applyOverlay(document, overlay);
        expect(JSON.stringify([document, overlay])).toBe(before);
      }),
    );
  });

  test("has no effect when it is applied a second time", () => {
    fc.assert(
      fc.property(JSON_OBJECT, JSON_OBJECT, (part, value) => {
        const overlay = overlayOf({ kind: "update", target: "$", value });
        const once = applyOverlay(part, overlay);
        expect(JSON.stringify(applyOverlay(once, overlay))).toBe(JSON.stringify(once));
      }),
    );
  });

  test("keeps every key that it does not name, and contains every primitive that it names", () => {
    fc.assert(
      fc.property(JSON_OBJECT, JSON_OBJECT, (part, value) => {
        const merged = mergeJson(part, value);
        if (!isObject(merged)) throw new Error("expected an object");
        for (const [key, old] of Object.entries(part)) if (!Object.hasOwn(value, key)) expect(merged[key]).toBe(old);
        for (const [key, now] of Object.entries(value)) if (!isObject(now)) expect(ownValue(merged, key)).toEqual(now);
      }),
    );
  });

  test("does not change the parts beside the target", () => {
    fc.assert(
      fc.property(JSON_OBJECT, JSON_VALUE, JSON_OBJECT, (part, beside, value) => {
        const document: JsonObject = { target: part, beside };
        const result = applyOverlay(document, overlayOf({ kind: "update", target: "$.target", value }));
        expect(isObject(result) && result["beside"]).toBe(beside);
      }),
    );
  });

  test("never reaches a prototype", () => {
    const untouched = Object.getOwnPropertyNames(Object.prototype).sort().join();
    fc.assert(
      fc.property(JSON_OBJECT, JSON_OBJECT, (part, value) => {
        const result = applyOverlay({ part }, overlayOf({ kind: "update", target: "$.part", value }));
        expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(untouched);
        expect(Object.getPrototypeOf(isObject(result) ? result["part"] : undefined)).toBe(Object.prototype);
      }),
    );
  });
});

describe("a removal", () => {
  test("of any items of a list keeps exactly the others, in order", () => {
    fc.assert(
      fc.property(fc.array(JSON_VALUE, { minLength: 1, maxLength: 6 }), fc.nat(), (list, pick) => {
        const gone = list.map((_, index) => index).filter((index) => ((pick >> index) & 1) === 1 || index === 0);
        const overlay = overlayOf({ kind: "remove", target: `$.list[${gone.join()}]` });
        const result = applyOverlay(deepFreeze({ list }), overlay);
        expect(result).toEqual({ list: list.filter((_, index) => !gone.includes(index)) });
      }),
    );
  });

  test("undoes an update that only added a key", () => {
    fc.assert(
      fc.property(JSON_OBJECT, JSON_VALUE, (document, added) => {
        const update: OverlayAction = { kind: "update", target: "$", value: { "x-new": added } };
        const result = applyOverlay(document, overlayOf(update, { kind: "remove", target: "$['x-new']" }));
        expect(JSON.stringify(result)).toBe(JSON.stringify(document));
      }),
    );
  });
});

function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}
