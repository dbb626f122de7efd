import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import { resolve } from "../../document/resolve.ts";
import { IGNORED_KEYS, toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import type { Place } from "../change/place.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { toComponentKey, toShortName } from "../walk/components.ts";
import { excerptKeyword, excerptValue, shorten } from "../walk/describe.ts";
import { type Scope, translate } from "../walk/session.ts";

type Keywords = ReadonlyMap<string, Json>;

const TEXT_KEYS: ReadonlySet<string> = new Set(["title", "summary", "description", "$comment", "externalDocs"]);

/** Returns an object's entries as a map; empty for anything else. */
export function readKeywords(node: Json | undefined): Keywords {
  return new Map(isObject(node) ? Object.entries(node) : []);
}

/** Compares all keywords except the handled ones: descriptions, extensions, deprecation, and any other keyword as a whole. */
export function compareOtherKeywords(
  place: Place,
  before: Keywords,
  after: Keywords,
  handled: ReadonlySet<string>,
  otherwise: ChangeKind = "keyword-changed",
): Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !handled.has(key) && !IGNORED_KEYS.has(key),
  );
  return keys.flatMap((key) => {
    const left = before.get(key);
    const right = after.get(key);
    if (key === "deprecated") return compareDeprecation(place, left === true, right === true);
    if (left !== undefined && right !== undefined && toCanonical(left) === toCanonical(right)) return [];
    const kind = chooseKind(key, otherwise);
    if (kind === "text-changed" && typeof left === "string" && typeof right === "string") {
      const start = findDivergence(left, right);
      return [createChange(place, kind, excerptFrom(start, key, left), excerptFrom(start, key, right))];
    }
    return [createChange(place, kind, excerptKeyword(key, left), excerptKeyword(key, right))];
  });
}

/** Finds a place a few words before two strings differ, so that a shortened string still shows the difference. */
function findDivergence(left: string, right: string): number {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  return start < 40 ? 0 : left.lastIndexOf(" ", start - 20) + 1;
}

function excerptFrom(start: number, keyword: string, value: string): Excerpt {
  const text = start === 0 ? value : `…${value.slice(start)}`;
  return { text: shorten(`${keyword}: ${text}`), value, keyword };
}

function chooseKind(key: string, otherwise: ChangeKind): ChangeKind {
  if (TEXT_KEYS.has(key)) return "text-changed";
  return key.startsWith("x-") ? "extension-changed" : otherwise;
}

function compareDeprecation(place: Place, before: boolean, after: boolean): Change[] {
  if (before === after) return [];
  return [createChange(place, after ? "deprecated" : "undeprecated")];
}

/** Compares lists of tags, which only group the operations for readers. */
export function compareTags(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (toCanonical(before) === toCanonical(after)) return [];
  return [createChange(place, "tags-changed", excerptKeyword("tags", before), excerptKeyword("tags", after))];
}

/** Lists the keys of both objects once, sorted. */
export function listNames(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

/**
 * Compares two parameters, bodies, responses or headers, each perhaps behind a reference.
 * References to the same component are equal here: the component reports its own changes, once.
 */
export function compareNodes(
  scope: Scope,
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
  compare: (before: JsonObject, after: JsonObject) => Change[],
): Change[] {
  const left = readComponentReference(before);
  const right = readComponentReference(after);
  const known = left === undefined ? undefined : translate(scope.renames, left);
  if (known !== undefined && known === right) {
    return compareOtherKeywords(place, readKeywords(before), readKeywords(after), REFERENCE);
  }
  const renamed = left !== undefined && right !== undefined;
  return [
    ...(renamed
      ? [createChange(place, "reference-changed", excerptValue(toShortName(left)), excerptValue(toShortName(right)))]
      : []),
    ...compare(resolve(scope.before.document, before), resolve(scope.after.document, after)),
  ];
}

const REFERENCE: ReadonlySet<string> = new Set(["$ref"]);

function readComponentReference(node: Json | undefined): string | undefined {
  const reference = readReference(node);
  return reference === undefined || toComponentKey(reference) === undefined ? undefined : reference;
}
