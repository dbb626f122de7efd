import {
  asObject,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectIn,
  pointerTo,
} from "@nectar-sdk/openapi/document";
import { applyOverlay, locate, parseOverlay, toJsonPath } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { stringify } from "yaml";
import { messageOf } from "../../shared/command-line.ts";
import { fitValue, listUpdates } from "./fit-value.ts";
import { type ExamplePlace, listExamplePlaces } from "./list-example-places.ts";
import { sampleExamples, sampleValue } from "./sample-examples.ts";
import { shortenTarget } from "./shorten-target.ts";

/** An overlay with the missing examples of a version. */
export interface GeneratedOverlay {
  /** The text of the overlay; `undefined` if nothing is missing. */
  readonly text: string | undefined;
  /** The document with the overlay applied. */
  readonly document: JsonObject;
  /** Examples with a generated part: `$['components']['examples']['pgeJanuary'] /meter`. */
  readonly filled: readonly string[];
  /** Targets of the properties and examples that are removed. */
  readonly dropped: readonly string[];
}

interface Action {
  readonly target: string;
  readonly update?: Json;
  readonly remove?: true;
}

/** Marks generated examples. */
const MARK = { "x-generated": true } as const;

/** One example may have several schemas; what one of them needs may be undeclared in another. */
const MOST_ROUNDS = 4;

/**
 * Generates an example for each place of a document that has none, and fits the shared examples to the schemas of this version: undeclared
 * properties go, missing ones are generated. Examples that nothing refers to go, too.
 *
 * @throws {Error} naming a place whose schema allows no generated example
 */
export function generateOverlay(document: JsonObject, version: string): GeneratedOverlay {
  const actions: Action[] = [...removeUnused(document)];
  let completed = apply(document, actions, version);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const more = [...fitExamples(completed), ...(round === 0 ? addExamples(completed, version) : [])];
    if (more.length === 0) break;
    actions.push(...more);
    completed = apply(completed, more, version);
  }
  if (actions.length === 0) return { text: undefined, document, filled: [], dropped: [] };
  refuseInvalid(completed);
  const note = `# Generated from the schemas of ${version}. Replace everything marked x-generated with real examples, in another file of this folder.\n`;
  const shorten = ({ target, ...change }: Action): JsonObject => ({ ...shortenTarget(completed, target), ...change });
  const isMark = ({ update }: Action): boolean => isObject(update) && JSON.stringify(update).includes('"x-generated"');
  return {
    text: note + stringify(overlayOf(actions.map(shorten), version), { lineWidth: 0, aliasDuplicateObjects: false }),
    document: completed,
    filled: actions.filter(isMark).map(({ target }) => target),
    dropped: actions.filter(({ remove }) => remove).map(({ target }) => target),
  };
}

function overlayOf(actions: readonly (Action | JsonObject)[], version: string): object {
  const info = { title: `Generated examples of ${version}`, version: "1.0.0" };
  return { overlay: "1.0.0", info, "x-applies-to": [version], actions };
}

function apply(document: JsonObject, actions: readonly Action[], version: string): JsonObject {
  if (actions.length === 0) return document;
  return asObject(applyOverlay(document, parseOverlay(overlayOf(actions, version)), version), version);
}

/** Removes the shared examples that no place refers to. */
function removeUnused(document: JsonObject): Action[] {
  const { components: _components, ...others } = document;
  const text = JSON.stringify([others, { ...objectIn(document, "components"), examples: {} }]);
  return Object.keys(objectIn(objectIn(document, "components"), "examples"))
    .filter((name) => !text.includes(JSON.stringify(pointerTo("#/components/examples", name))))
    .map((name) => ({ target: toJsonPath(["components", "examples", name]), remove: true as const }));
}

/** Removes undeclared properties of shared examples, fills in what their schemas require, and replaces parameters that theirs refuse. */
function fitExamples(document: JsonObject): Action[] {
  const validate = createSchemaValidator(document);
  const removals = new Set<string>();
  const fits = new Map<string, Action[]>();
  for (const place of listExamplePlaces(document)) {
    const { example } = place.object;
    if (place.kind !== "parameter" || example === undefined || validate(place.schema, example).length === 0) continue;
    const target = toJsonPath(place.path);
    fits.set(target, [{ target, update: parameterExample(document, place, target) }]);
  }
  for (const { path, schema, value } of listExamples(document)) {
    const target = toJsonPath(path);
    const undeclared = findUndeclaredProperties(document, schema, value);
    for (const pointer of undeclared) removals.add(`${target}['value']${toPattern(pointer)}`);
    // The next round sees the value without its undeclared properties.
    if (undeclared.length > 0 || fits.has(target) || validate(schema, value).length === 0) continue;
    const sampleSchema = (part: Json, seed: string): Json => sampleValue(document, part, seed);
    const fitted = fitValue(document, schema, value, validate, sampleSchema) ?? sampleSchema(schema, target);
    fits.set(target, listFits(target, value, fitted));
  }
  return [...[...removals].map((target) => ({ target, remove: true as const })), ...[...fits.values()].flat()];
}

function listFits(target: string, value: Json, fitted: Json): Action[] {
  const updates = listUpdates(value, fitted);
  if (updates === undefined) {
    const isMerged = isObject(value) || isArray(value);
    return [
      ...(isMerged ? [{ target: `${target}['value']`, remove: true as const }] : []),
      { target, update: { ...MARK, value: fitted } },
    ];
  }
  const pointers = updates.flatMap(({ path, update }) =>
    Object.keys(update).map((key) => [...path, key].map(String).reduce(pointerTo, "")),
  );
  return [
    { target, update: { "x-generated": pointers } },
    ...updates.map(({ path, update }) => ({ target: `${target}['value']${toJsonPath(path).slice(1)}`, update })),
  ];
}

/** `/usageData/0/timeOfUse`, for every item of the list. */
function toPattern(pointer: string): string {
  const keys = pointer.slice(1).split("/");
  return keys.map((key) => (/^\d+$/.test(key) ? "[*]" : toJsonPath([key]).slice(1))).join("");
}

interface PlacedExample {
  readonly path: readonly (string | number)[];
  readonly object: JsonObject;
  readonly schema: Json;
  readonly value: Json;
}

function listExamples(document: JsonObject): PlacedExample[] {
  return listExamplePlaces(document).flatMap(({ path, object, schema }) =>
    Object.keys(isObject(object["examples"]) ? object["examples"] : {}).flatMap((name) => {
      const located = locate(document, [...path, "examples", name]);
      const value = located.object["value"];
      return value === undefined ? [] : [{ path: located.path, object: located.object, schema, value }];
    }),
  );
}

function addExamples(document: JsonObject, version: string): Action[] {
  return listExamplePlaces(document).flatMap((place): Action[] => {
    const { path, kind, name, schema, isBare } = place;
    if (!isBare) return [];
    const seed = `${version} ${toJsonPath(path)}`;
    try {
      const update =
        kind === "parameter" ? parameterExample(document, place, seed) : contentExamples(document, schema, seed);
      return [{ target: toJsonPath(path), update }];
    } catch (cause) {
      throw new Error(`${name}: no example can be generated (${messageOf(cause)}); add one in specs/overlays`, {
        cause,
      });
    }
  });
}

function parameterExample(document: JsonObject, { schema }: ExamplePlace, seed: string): JsonObject {
  return { ...MARK, example: sampleValue(document, schema, seed) };
}

function contentExamples(document: JsonObject, schema: Json, seed: string): JsonObject {
  const examples = Object.entries(sampleExamples(document, schema, seed));
  return { examples: Object.fromEntries(examples.map(([name, value]) => [name, { ...MARK, value }])) };
}

function refuseInvalid(document: JsonObject): void {
  const validate = createSchemaValidator(document);
  for (const { path, schema, value } of listExamples(document)) {
    const [problem] = [
      ...validate(schema, value).map(({ at, message }) => `${at} ${message}`.trim()),
      ...findUndeclaredProperties(document, schema, value).map((pointer) => `${pointer} is undeclared`),
    ];
    if (problem === undefined) continue;
    throw new Error(`${toJsonPath(path)}: no valid example can be generated (${problem}); add one in specs/overlays`);
  }
}
