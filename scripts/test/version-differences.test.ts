import { existsSync } from "node:fs";
import { join } from "node:path";
import { diffDocuments } from "@nectar-sdk/openapi/diff";
import {
  asObject,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  pointerTo,
  toTemplateForm,
} from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { VERSIONS } from "../src/shared/versions.ts";
import { readNormalised } from "../src/specs/adopt/read-normalised.ts";
import { formatDifferences, listPlaces } from "../src/specs/differences/format-differences.ts";
import { SPECS } from "./support/examples-support.ts";
import { isNamed } from "./support/named-places.ts";

const EXPECTATION = join(SPECS, "DIFFERENCES.md");

const documents = new Map(
  [...(await readNormalised(SPECS, VERSIONS))].map(([version, { document }]) => [version, document] as const),
);

function documentOf(version: string): JsonObject {
  return asObject(documents.get(version), version);
}

const STEPS = VERSIONS.slice(1).map((after, index) => ({ before: VERSIONS[index] ?? "", after }));

test("the versions differ in what DIFFERENCES.md lists, and in nothing else", async () => {
  expect(existsSync(EXPECTATION)).toBe(true);
  await expect(formatDifferences(documents)).toMatchFileSnapshot(EXPECTATION);
});

test.each(STEPS)(
  "each place that differs between $before and $after is named by a change, marks of evidence apart",
  (step) => {
    const [before, after] = [documentOf(step.before), documentOf(step.after)];
    const changes = diffDocuments(before, after);
    const places = listPlaces(before, after).filter(({ pointer }) => !pointer.endsWith("/x-evidence"));

    expect(places.filter((place) => isNamed(place, []))).toEqual([]);
    expect(places.filter((place) => !isNamed(place, changes)).map(({ pointer }) => pointer)).toEqual([]);
  },
);

function placesBetween(before: JsonObject, after: JsonObject): string[] {
  return listPlaces(before, after).map(({ pointer }) => pointer);
}

/** Lists the places of all values without children. */
function leavesOf(node: Json, path: readonly string[] = []): string[][] {
  if (isArray(node)) return node.flatMap((item, index) => leavesOf(item, [...path, String(index)]));
  if (isObject(node)) return Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...path, key]));
  return [[...path]];
}

/** The list contains paths without the names of their parameters. */
function asListed(key: string): string {
  return key.startsWith("/") ? toTemplateForm(key) : key;
}

function withValue(node: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (isArray(node)) return node.map((item, index) => (String(index) === key ? withValue(item, rest, value) : item));
  const object = asObject(node, key);
  return { ...object, [key]: withValue(object[key] ?? null, rest, value) };
}

test("every changed value of a document has its place in the list", () => {
  const document = documentOf("v2.1");
  const leaves = leavesOf(document);
  fc.assert(
    fc.property(fc.constantFrom(...leaves), (path) => {
      const changed = asObject(withValue(document, path, "something else"), "document");
      expect(placesBetween(document, changed)).toEqual([path.map(asListed).reduce(pointerTo, "#")]);
    }),
  );
});
