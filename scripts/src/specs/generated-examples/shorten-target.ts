import {
  arrayIn,
  type Json,
  type JsonObject,
  METHODS,
  objectIn,
  stringIn,
  toOperationKey,
  valueAt,
} from "@nectar-sdk/openapi/document";
import { locate } from "@nectar-sdk/openapi/overlay";

/** A key of a target in brackets: `['paths']`, `[0]` or `[*]`. */
const SEGMENT = /\[(?:'(?:[^'\\]|\\.)*'|\d+|\*)\]/g;

/** The fields of an overlay's action that name its place. */
export type ShortPlace = Readonly<Record<string, Json>>;

/**
 * Names a place by its operation or event, as people write it, since the next document may name its path parameters and components
 * otherwise. A target that no operation leads to stays.
 */
export function shortenTarget(document: JsonObject, target: string): ShortPlace {
  const segments = target.match(SEGMENT) ?? [];
  const keys = segments.map(readSegment);
  const shared = keys[0] === "components" ? findUse(document, keys) : undefined;
  if (shared !== undefined) return { ...shared, ...readMedia(keys, segments, 3) };
  const [section = "", path = "", method = "", part = "", name = ""] = keys;
  if (!["paths", "webhooks"].includes(section) || !METHODS.some((known) => known === method)) return { target };
  const place = section === "webhooks" ? { "x-webhook": path } : { "x-operation": toOperationKey(method, path) };
  if (part === "responses") return { ...place, "x-answer": toStatus(name), ...readMedia(keys, segments, 5) };
  if (part === "requestBody") return { ...place, "x-body": true, ...readMedia(keys, segments, 4) };
  if (part !== "parameters") return { ...place, ...readRest(segments, 3) };
  const { object } = locate(document, [section, path, method, part, name]);
  return { ...place, "x-parameter": nameParameter(path, object), ...readRest(segments, 5) };
}

function readSegment(segment: string): string {
  const inside = segment.slice(1, -1);
  return inside.startsWith("'") ? inside.slice(1, -1).replace(/\\(.)/g, "$1") : inside;
}

/** The media type at an index of a target, and what is below it. */
function readMedia(keys: readonly string[], segments: readonly string[], index: number): ShortPlace {
  const mediaType = keys[index + 1];
  if (keys[index] !== "content" || mediaType === undefined) return readRest(segments, index);
  return { "x-media": mediaType, ...readRest(segments, index + 2) };
}

function readRest(segments: readonly string[], index: number): ShortPlace {
  const rest = segments.slice(index).join("");
  return rest === "" ? {} : { "x-at": rest };
}

/** Finds the first operation that refers to a shared parameter, body or response. */
function findUse(document: JsonObject, [, section = "", component = ""]: readonly string[]): ShortPlace | undefined {
  const reference = `#/components/${section}/${component}`;
  const isUse = (node: Json | undefined): boolean => stringIn(node, "$ref") === reference;
  for (const [path, item] of Object.entries(objectIn(document, "paths"))) {
    for (const method of METHODS.filter((known) => valueAt(item, known) !== undefined)) {
      const place = { "x-operation": toOperationKey(method, path) };
      const operation = objectIn(item, method);
      const { object } = locate(document, ["components", section, component]);
      const answer = Object.entries(objectIn(operation, "responses")).find(([, response]) => isUse(response));
      if (answer !== undefined) return { ...place, "x-answer": toStatus(answer[0]) };
      if (isUse(valueAt(operation, "requestBody"))) return { ...place, "x-body": true };
      if (arrayIn(operation, "parameters").some(isUse)) return { ...place, "x-parameter": nameParameter(path, object) };
    }
  }
  return undefined;
}

/** Overlays write a status as a number. */
function toStatus(status: string): Json {
  return /^\d+$/.test(status) ? Number(status) : status;
}

function nameParameter(path: string, parameter: JsonObject): Json {
  const [name = "", place = ""] = [stringIn(parameter, "name"), stringIn(parameter, "in")];
  const segments = path.split("/");
  const after = segments[segments.indexOf(`{${name}}`) - 1] ?? "";
  return place === "path" && after !== "" ? { after } : { in: place, name };
}
