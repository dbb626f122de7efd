import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AXES } from "./axes.ts";
import { seededRandom } from "./random.ts";
import { smallDocuments } from "./small-documents.ts";

const STYLES = AXES.filter(({ isStyle }) => isStyle);

test.each(STYLES.map((axis) => [axis.name, axis] as const))(
  "a small document normalises to the same with and without %s",
  (_name, axis) => {
    fc.assert(
      fc.property(smallDocuments, (document) => {
        expect(normalise(axis.apply(document, seededRandom("1"), "v7.1"))).toEqual(normalise(document));
      }),
      { numRuns: 60 },
    );
  },
);

test("a small document that differs by more than style does not normalise to the same", () => {
  fc.assert(
    fc.property(smallDocuments, smallDocuments, (one, other) => {
      fc.pre(!isDeepStrictEqual(one, other));
      expect(normalise(one)).not.toEqual(normalise(other));
    }),
  );
});

function normalise(document: JsonObject): JsonObject {
  return normaliseDocument(document).document;
}
