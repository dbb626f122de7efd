import type { JsonObject } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { VERSIONS } from "../../src/shared/versions.ts";
import { normaliseUpstream } from "../../src/specs/overlay/normalise-upstream.ts";
import { brokenExamples } from "../../test/simulated-upstream/axes/texts.ts";
import { AXES } from "../../test/simulated-upstream/axes.ts";
import type { Axis } from "../../test/simulated-upstream/axis.ts";
import { buildVariant, type Documents } from "../../test/simulated-upstream/build-variant.ts";
import { omit } from "../../test/simulated-upstream/edit-document.ts";
import { seededRandom } from "../../test/simulated-upstream/random.ts";
import { readDocuments } from "../../test/simulated-upstream/write-variant.ts";

const STYLES = AXES.filter(({ isStyle }) => isStyle);

let documents: Documents;

beforeAll(async () => {
  documents = await readDocuments();
});

describe.each(VERSIONS)("the document of %s", (version) => {
  test.each(STYLES.map((axis) => [axis.name, axis] as const))(
    "normalises to the same with and without %s",
    (_name, axis) => {
      const document = documents.get(version) ?? {};

      const styled = axis.apply(document, seededRandom("1"), version);

      expect(normalise(styled)).toEqual(normalise(withoutWhatIsLost(document, [axis])));
    },
  );

  test("normalises to the same under any styles together", () => {
    const document = documents.get(version) ?? {};

    fc.assert(
      fc.property(fc.subarray(STYLES, { minLength: 2 }), fc.nat(), (axes, seed) => {
        const styled = buildVariant(new Map([[version, document]]), axes, `${seed}`).get(version) ?? {};
        expect(normalise(styled)).toEqual(normalise(withoutWhatIsLost(document, axes)));
      }),
      { numRuns: 8 },
    );
  });
});

test("examples that break their schema are dropped with a note each", () => {
  for (const [version, document] of documents) {
    const styled = brokenExamples.apply(document, seededRandom("1"), version);
    const { document: normal, notes } = normaliseUpstream(styled, {});

    expect(normal).toEqual(normalise(document));
    expect(notes.length).toBeGreaterThan(0);
    expect(new Set(notes.map(({ rule }) => rule))).toEqual(new Set(["brokenExamples"]));
  }
});

test.each(["1", "2", "3"])("every axis together, seed %s: normalising twice is normalising once", (seed) => {
  for (const variant of buildVariant(documents, AXES, seed).values()) {
    const once = normalise(variant);
    expect(normalise(once)).toEqual(once);
  }
});

function normalise(document: JsonObject): JsonObject {
  return normaliseDocument(document).document;
}

/** OpenAPI 3.0 has no webhooks: what is compared has none either. */
function withoutWhatIsLost(document: JsonObject, axes: readonly Axis[]): JsonObject {
  return axes.some(({ name }) => name === "openapi-3.0") ? omit(document, "webhooks") : document;
}
