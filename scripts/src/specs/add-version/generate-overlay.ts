import { isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { applyOverlay, locate, parseOverlay, toJsonPath } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { stringify } from "yaml";
import { messageOf } from "../../shared/command-line.ts";
import { type ExamplePlace, listExamplePlaces } from "./list-example-places.ts";
import { sampleExamples, sampleValue } from "./sample-examples.ts";

/** An overlay with the missing examples of a version. */
export interface GeneratedOverlay {
  /** The text of the overlay; `undefined` if nothing is missing. */
  readonly text: string | undefined;
  /** The document with the overlay applied. */
  readonly document: JsonObject;
  /** How many examples were generated or adapted. */
  readonly examples: number;
}

interface Action {
  readonly target: string;
  readonly update?: Json;
  readonly remove?: true;
}

/** Marks generated examples. */
const MARK = { "x-generated": true } as const;

/**
 * Generates an example for each place of a document that has none, and adapts the shared examples to the schemas of this version.
 *
 * @throws {Error} naming a place whose schema allows no generated example
 */
export function generateOverlay(document: JsonObject, version: string): GeneratedOverlay {
  const actions = [...adaptExamples(document), ...addExamples(document, version)];
  if (actions.length === 0) return { text: undefined, document, examples: 0 };
  const overlay = {
    overlay: "1.0.0",
    info: { title: `Generated examples of ${version}`, version: "1.0.0" },
    "x-applies-to": [version],
    actions,
  };
  const completed = applyOverlay(document, parseOverlay(overlay), version);
  if (!isObject(completed)) throw new Error(`${version} is not an object`);
  refuseInvalid(completed);
  const note = `# Generated from the schemas of ${version} by \`pnpm specs:add-version\`. Replace everything marked x-generated with real examples.\n`;
  const examples = actions.filter(({ update }) => update !== undefined).length;
  return { text: note + stringify(overlay, { lineWidth: 0 }), document: completed, examples };
}

/** Removes properties of shared examples that this version does not declare, and replaces other values that break its schema. */
function adaptExamples(document: JsonObject): Action[] {
  const validate = createSchemaValidator(document);
  const removals = new Set<string>();
  const replacements = new Map<string, Action[]>();
  for (const { path, object, schema, value } of listExamples(document)) {
    for (const pointer of findUndeclaredProperties(document, schema, value)) {
      removals.add(`${toJsonPath(path)}['value']${toPattern(pointer)}`);
    }
    if (validate(schema, value).length === 0) continue;
    const replacement = sampleValue(document, schema, toJsonPath(path));
    const target = toJsonPath(path);
    replacements.set(target, [
      ...(isObject(object["value"]) || Array.isArray(object["value"])
        ? [{ target: `${target}['value']`, remove: true as const }]
        : []),
      { target, update: { ...MARK, value: replacement } },
    ]);
  }
  const replaced = [...replacements.keys()];
  const kept = [...removals].filter((target) => !replaced.some((other) => target.startsWith(`${other}[`)));
  return [...kept.map((target) => ({ target, remove: true as const })), ...[...replacements.values()].flat()];
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
