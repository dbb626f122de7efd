import { isArray, type Json, type JsonObject, stringIn, valueAt } from "../../document/json.ts";
import { rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { CLOSED_IN_REQUESTS, OPEN_ENUM } from "./annotations.ts";
import { typeOfValue } from "./enum-unions.ts";
import { findRequestSchemas, findResponseSchemas } from "./find-response-schemas.ts";

/**
 * Opens every enum that a response or a webhook reaches, its known values kept: the server may send a value that is newer than the
 * document. An enum that both directions share is opened too, and marked with `x-closed-in-requests`; what only requests reach stays closed,
 * so that a typing error is found.
 */
export const openEnums: Rule = (document, { note }) => {
  const responses = findResponseSchemas(document);
  const requests = findRequestSchemas(document);
  const discriminators = findDiscriminators(document);
  return rewriteNodes(document, {
    schema: (schema, pointer) => {
      const values = valueAt(schema, "enum");
      if (!isArray(values) || !responses.has(pointer) || discriminators.has(propertyName(pointer))) return schema;
      const opened = open(schema, values, requests.has(pointer));
      if (opened === undefined) note(pointer, "stays closed: its values are not all strings or all numbers");
      return opened ?? schema;
    },
  });
};

function open(schema: JsonObject, values: readonly Json[], isShared: boolean): JsonObject | undefined {
  const known = values.filter((value) => value !== null);
  const types = new Set(known.map(typeOfValue));
  const [type = ""] = types;
  // A lone null, or a flag that is always the same, leaves nothing to come.
  if (known.length === 0 || type === "boolean") return schema;
  const isNumeric = [...types].every((name) => name === "integer" || name === "number");
  if (type !== "string" && !isNumeric) return undefined;
  if (types.size > 1 && !isNumeric) return undefined;
  const declared = valueAt(schema, "type");
  const written = types.size > 1 ? "number" : type;
  const entries = Object.entries(schema).map(([key, value]): [string, Json] =>
    key === "enum" ? [OPEN_ENUM, known] : [key, value],
  );
  return {
    ...(declared === undefined ? { type: values.includes(null) ? [written, "null"] : written } : {}),
    ...Object.fromEntries(entries),
    ...(isShared ? { [CLOSED_IN_REQUESTS]: true } : {}),
  };
}

/** Names of properties that tell the members of a union apart: opening them would undo the union. */
function findDiscriminators(document: JsonObject): ReadonlySet<string> {
  const names = new Set<string>();
  rewriteNodes(document, {
    schema: (schema) => {
      const name = stringIn(valueAt(schema, "discriminator"), "propertyName");
      if (name !== undefined) names.add(name);
      return schema;
    },
  });
  return names;
}

function propertyName(pointer: string): string {
  const name = /\/properties\/([^/]*)$/.exec(pointer)?.[1] ?? "";
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
