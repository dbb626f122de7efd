import { isObject, type Json, type JsonObject, readSchemaName, readTypes, resolve } from "@nectar-sdk/openapi/document";
import type { TypeNames } from "../names/type-names.ts";
import type { TypeText } from "./api.ts";

const VALUES: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["integer", "number"],
  ["number", "number"],
  ["boolean", "boolean"],
]);

/** `Document` for a reference to that schema, `Document[]` for a list of it; `undefined` for anything else. */
export function referencedType(schema: Json | undefined, types: TypeNames): TypeText | undefined {
  const schemaName = readSchemaName(schema);
  const name = schemaName === undefined ? undefined : types.schemas.get(schemaName);
  if (name !== undefined) return { text: name, names: [name] };
  if (!isObject(schema) || schema["type"] !== "array" || schema["nullable"] === true) return undefined;
  const item =
    isObject(schema["items"]) && readSchemaName(schema["items"]) ? referencedType(schema["items"], types) : undefined;
  return item === undefined ? undefined : { text: `${item.text}[]`, names: item.names };
}

/** The plain type of a scalar parameter; `undefined` for one that only its own schema describes, such as an enum. */
export function scalarType(document: JsonObject, schema: Json): string | undefined {
  const resolved = resolve(document, schema);
  if (
    resolved["enum"] !== undefined ||
    resolved["const"] !== undefined ||
    resolved["x-extensible-enum"] !== undefined
  ) {
    return undefined;
  }
  const [type = "", ...others] = readTypes(resolved).filter((name) => name !== "null");
  return others.length === 0 ? VALUES.get(type) : undefined;
}

/** The type of that name. */
export function namedType(name: string): TypeText {
  return { text: name, names: [name] };
}
