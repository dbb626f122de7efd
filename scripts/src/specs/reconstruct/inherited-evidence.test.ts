import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dropInheritedEvidence } from "./inherited-evidence.ts";

const evidence = fc.constantFrom("seen", "inferred", "assumed");

/** Trees of objects and arrays in which any object may state its evidence. */
const { tree } = fc.letrec<{ tree: JsonObject; child: Json }>((tie) => ({
  tree: fc
    .tuple(fc.option(evidence, { nil: undefined }), fc.dictionary(fc.constantFrom("a", "b", "c"), tie("child")))
    .map(([own, rest]) => (own === undefined ? rest : { "x-evidence": own, ...rest })),
  child: fc.oneof({ maxDepth: 4 }, fc.integer(), tie("tree"), fc.array(tie("tree"), { maxLength: 2 })),
}));

test("a part loses evidence that repeats its parent's, and keeps evidence that differs", () => {
  const document = {
    Meter: {
      "x-evidence": "inferred",
      properties: {
        id: { "x-evidence": "seen", type: "string" },
        kind: { "x-evidence": "inferred", anyOf: [{ "x-evidence": "seen" }] },
      },
    },
  };
  expect(dropInheritedEvidence(document)).toEqual({
    Meter: {
      "x-evidence": "inferred",
      properties: { id: { "x-evidence": "seen", type: "string" }, kind: { anyOf: [{ "x-evidence": "seen" }] } },
    },
  });
});

test("the evidence of each part does not change, and no part repeats its parent's", () => {
  fc.assert(
    fc.property(tree, (document) => {
      const result = dropInheritedEvidence(document);
      expect(certainties(result, "none")).toEqual(certainties(document, "none"));
      expect(repeats(result, undefined)).toBe(false);
    }),
  );
});

/** Returns the effective evidence of every object: its own, or the nearest parent's. */
function certainties(value: Json, inherited: Json): Json[] {
  if (isArray(value)) return value.flatMap((item) => certainties(item, inherited));
  if (!isObject(value)) return [];
  const own = value["x-evidence"] ?? inherited;
  const inner = Object.entries(value).filter(([key]) => key !== "x-evidence");
  return [own, ...inner.flatMap(([key, child]) => [key, ...certainties(child, own)])];
}

function repeats(value: Json, inherited: Json | undefined): boolean {
  if (isArray(value)) return value.some((item) => repeats(item, inherited));
  if (!isObject(value)) return false;
  const own = value["x-evidence"];
  if (own !== undefined && own === inherited) return true;
  return Object.values(value).some((child) => repeats(child, own ?? inherited));
}
