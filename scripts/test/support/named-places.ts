import type { Change } from "@nectar-sdk/openapi/diff";
import { pointerKeys, toTemplateForm } from "@nectar-sdk/openapi/document";

/** Checks whether one of the changes names a place in JSON: the operation and part, the component and property, or their parent. */
export function isNamed(pointer: string, changes: readonly Change[]): boolean {
  const [section = "", ...rest] = pointerKeys(pointer) ?? [];
  if (section === "paths") return changes.some((change) => isInOperation(change, rest));
  if (section === "components") return changes.some((change) => isInComponent(change, rest));
  return changes.some(({ where }) => where.area === "document" && where.part === section);
}

function isInOperation({ where, kind }: Change, [path = "", method = "", ...inside]: readonly string[]): boolean {
  const [verb, template = ""] = where.subject.split(" ");
  if (where.area !== "operation" || toTemplateForm(template) !== path) return false;
  // The template itself.
  if (inside.length === 0) return kind === "path-parameter-renamed";
  return verb === method.toUpperCase() && partPattern(inside).test(where.part);
}

function partPattern([keyword = "", name = ""]: readonly string[]): RegExp {
  if (keyword === "parameters") return /^(path|query|header|cookie) /;
  if (keyword === "requestBody") return /^body/;
  return keyword === "responses" ? new RegExp(`^response ${name}`) : /^$/;
}

function isInComponent({ where, kind }: Change, [section = "", name = "", ...inside]: readonly string[]): boolean {
  const subject = section === "schemas" ? name : `${section}/${name}`;
  if (where.subject !== subject || !["schema", "component"].includes(where.area)) return false;
  const isWhole = /^(component|shared-part)-(added|removed)$/.test(kind);
  return isWhole || (inside.length > 0 && where.field === fieldOf(inside));
}

/** The property path of a place inside a schema; keywords at its end do not count. */
function fieldOf([keyword = "", ...rest]: readonly string[], field = ""): string {
  const [name = "", ...inside] = rest;
  if (keyword === "properties") return fieldOf(inside, field === "" ? name : `${field}.${name}`);
  return keyword === "items" ? fieldOf(rest, `${field}[]`) : field;
}
