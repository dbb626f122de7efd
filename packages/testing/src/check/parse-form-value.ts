import { groupBy, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { listSchemaParts, walkProperties } from "@nectar-sdk/openapi/schema";
import { coerce, findItemSchema, listTypes } from "./coerce.ts";
import type { FilePart, TextPart } from "./exchange.ts";
import { createViolation, type Violation } from "./violation.ts";

/** Converts form fields to an object, and reports what the object no longer shows. */
export function parseFormValue(
  document: JsonObject,
  schema: Json,
  parts: readonly (TextPart | FilePart)[],
): { readonly value: JsonObject; readonly violations: readonly Violation[] } {
  const violations: Violation[] = [];
  const entries = [...groupBy(parts, ({ name }) => name)].map(([name, fields]): [string, Json] => {
    const declared = findDeclared(document, schema, name);
    if (declared === undefined) return [name, fields.map(readText)];
    violations.push(...checkPartKinds(document, declared, name, fields));
    if (listTypes(document, declared).has("array")) {
      const items = findItemSchema(document, declared);
      return [name, fields.map((field) => coerce(document, items, readText(field)))];
    }
    if (fields.length > 1) {
      const message = `${name} takes one value and was sent ${fields.length} times: send it once`;
      violations.push(createViolation("invalid-body", `body /${name}`, message));
    }
    return [name, coerce(document, declared, fields.slice(0, 1).map(readText).join(""))];
  });
  return { value: Object.fromEntries(entries), violations };
}

function findDeclared(document: JsonObject, schema: Json, name: string): Json | undefined {
  const [property] = walkProperties(document, schema, { [name]: null });
  return property?.schemas.length === 0 ? undefined : property?.schemas[0];
}

/** A schema does not check the bytes of a file, only that a file is present. */
function readText(field: TextPart | FilePart): string {
  return "text" in field ? field.text : "";
}

function checkPartKinds(
  document: JsonObject,
  schema: Json,
  name: string,
  fields: readonly (TextPart | FilePart)[],
): Violation[] {
  const wantsFile = listSchemaParts(document, schema).some(({ format }) => format === "binary");
  if (fields.every((field) => "file" in field === wantsFile)) return [];
  const message = wantsFile ? `${name} is text: send it as a file with a file name` : `${name} is a file: send text`;
  return [createViolation("invalid-body", `body /${name}`, message)];
}
