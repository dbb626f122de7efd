import { isArray, isObject, type Json, type JsonObject, pointerTo, readChild } from "@nectar-sdk/openapi/document";
import { toJsonPath } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { fitValue, listUpdates } from "./fit-value.ts";
import { listExamplePlaces, listExamples } from "./list-example-places.ts";
import { MARK, type OverlayAction } from "./overlay-action.ts";
import { createSampler } from "./sample-examples.ts";

/**
 * Removes undeclared properties of shared examples, fills in what their schemas require, and replaces parameters that theirs refuse. An
 * example that cannot be fitted does not change.
 */
export function fitExamples(document: JsonObject): OverlayAction[] {
  const validate = createSchemaValidator(document);
  const sampleSchema = createSampler(document, validate);
  const removals = new Set<string>();
  const fits = new Map<string, OverlayAction[]>();
  for (const place of listExamplePlaces(document)) {
    const { example } = place.object;
    if (place.kind !== "parameter" || example === undefined || validate(place.schema, example).length === 0) continue;
    const target = toJsonPath(place.path);
    const fitted = sampleSchema(place.schema, target);
    if (fitted !== undefined) fits.set(target, [{ target, update: { ...MARK, example: fitted } }]);
  }
  for (const { path, schema, value, isGenerated } of listExamples(document)) {
    const target = toJsonPath(path);
    const undeclared = isGenerated ? [] : findUndeclaredProperties(document, schema, value);
    for (const pointer of undeclared) removals.add(`${target}['value']${toPattern(value, pointer)}`);
    // The next round sees the value without its undeclared properties.
    if (undeclared.length > 0 || fits.has(target) || validate(schema, value).length === 0) continue;
    const fitted = fitValue(document, schema, value, validate, sampleSchema) ?? sampleSchema(schema, target);
    if (fitted !== undefined) fits.set(target, listFits(target, value, fitted));
  }
  return [...[...removals].map((target) => ({ target, remove: true as const })), ...[...fits.values()].flat()];
}

function listFits(target: string, value: Json, fitted: Json): OverlayAction[] {
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
function toPattern(value: Json, pointer: string): string {
  let node: Json | undefined = value;
  let pattern = "";
  for (const part of pointer.slice(1).split("/")) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    pattern += isArray(node) ? "[*]" : toJsonPath([key]).slice(1);
    node = readChild(node, key);
  }
  return pattern;
}
