import type { Change, ChangeKind } from "@nectar-sdk/openapi/diff";
import { METHODS, objectIn, pointerKeys, toTemplateForm } from "@nectar-sdk/openapi/document";
import type { JsonDifference } from "../../src/specs/differences/json-differences.ts";

/** Checks whether one of the changes names a place in JSON: the operation and part, the component and property, or their parent. */
export function isNamed(place: JsonDifference, changes: readonly Change[]): boolean {
  const [section = "", ...rest] = pointerKeys(place.pointer) ?? [];
  if (rest.at(-1) === "$ref" && isRenamed(place, changes)) return true;
  if (section === "paths") return isInPath(place, rest, changes);
  if (section === "webhooks") return changes.some((change) => isInWebhook(change, rest));
  if (section === "components") return changes.some((change) => isInComponent(change, rest));
  return changes.some(({ where }) => where.area === "document" && where.part === section);
}

/** A reference follows the new name of its component. */
function isRenamed({ before, after }: JsonDifference, changes: readonly Change[]): boolean {
  const [from, to] = [before, after].map((reference) => pointerKeys(String(reference))?.at(-1));
  return changes.some(({ kind, values }) => RENAMED.has(kind) && values.before === from && values.after === to);
}

const RENAMED: ReadonlySet<ChangeKind> = new Set(["component-renamed", "shared-part-renamed"]);

/** A path that only one document has is named if each of its operations is. */
function isInPath(place: JsonDifference, [path = "", ...rest]: readonly string[], changes: readonly Change[]): boolean {
  if (rest.length > 0) return changes.some((change) => isInOperation(change, path, rest));
  const item = objectIn({ item: place.before ?? place.after ?? null }, "item");
  const methods = METHODS.filter((method) => Object.hasOwn(item, method));
  return (
    methods.length > 0 && methods.every((method) => changes.some((change) => isInOperation(change, path, [method])))
  );
}

function isInOperation({ where, kind }: Change, path: string, [method = "", ...inside]: readonly string[]): boolean {
  const [verb, template = ""] = where.subject.split(" ");
  if (where.area !== "operation" || toTemplateForm(template) !== path) return false;
  if (method === "(path)") return kind === "path-parameter-renamed";
  if (verb !== method.toUpperCase()) return false;
  return inside.length === 0 ? /^operation-(added|removed)$/.test(kind) : partPattern(inside).test(where.part);
}

function partPattern([keyword = "", name = ""]: readonly string[]): RegExp {
  if (keyword === "parameters") return /^(path|query|header|cookie) /;
  if (keyword === "requestBody") return /^body/;
  return keyword === "responses" ? new RegExp(`^response ${name}`) : /^$/;
}

/** Webhooks use POST, so that the name says it all. */
function isInWebhook({ where, kind }: Change, [name = "", _method, ...inside]: readonly string[]): boolean {
  if (where.area !== "webhook" || where.subject !== name) return false;
  return inside.length === 0 ? /^webhook-(added|removed)$/.test(kind) : partPattern(inside).test(where.part);
}

function isInComponent(
  { where, kind, values }: Change,
  [section = "", name = "", ...inside]: readonly string[],
): boolean {
  if (where.area !== (section === "schemas" ? "schema" : "component")) return false;
  if (inside.length === 0 && RENAMED.has(kind)) return [values.before, values.after].includes(name);
  if (where.subject !== (section === "schemas" ? name : `${section}/${name}`)) return false;
  const isWhole = /^(component|shared-part)-(added|removed)$/.test(kind);
  return isWhole || (inside.length > 0 && where.field === fieldOf(inside));
}

/** The property path of a place inside a schema; keywords at its end do not count. */
function fieldOf([keyword = "", ...rest]: readonly string[], field = ""): string {
  const [name = "", ...inside] = rest;
  if (keyword === "properties") return fieldOf(inside, field === "" ? name : `${field}.${name}`);
  return keyword === "items" ? fieldOf(rest, `${field}[]`) : field;
}
