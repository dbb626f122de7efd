import { isArray, type Json, type JsonObject, objectIn, valueAt } from "../../document/json.ts";
import { pointerTo } from "../../document/pointer.ts";
import { resolve } from "../../document/resolve.ts";
import { omitKeys, rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";

/** Upstream examples that break their own schema are dropped with a note: a mock that returns them would mislead its users. */
export const brokenExamples: Rule = (document, tools) => {
  const { isValid } = tools;
  if (isValid === undefined) return document;
  const check: Check = (value, schema, pointer) => {
    if (schema === undefined || isValidSafely(() => isValid(value, schema, document))) return true;
    tools.note(pointer, `dropped an example that breaks its own schema: ${shorten(JSON.stringify(value))}`);
    return false;
  };
  const besideSchema = (node: JsonObject, pointer: string): JsonObject => checkBeside(document, node, pointer, check);
  return rewriteNodes(document, {
    schema: (schema, pointer) => checkList(schema, pointer, check),
    parameter: besideSchema,
    header: besideSchema,
    mediaType: besideSchema,
  });
};

type Check = (value: Json, schema: Json | undefined, pointer: string) => boolean;

/** A validator that gives up on a schema has not found the example wrong. */
function isValidSafely(validate: () => boolean): boolean {
  try {
    return validate();
  } catch {
    return true;
  }
}

/** `examples` of a schema: a list of values. */
function checkList(schema: JsonObject, pointer: string, check: Check): JsonObject {
  const examples = valueAt(schema, "examples");
  if (!isArray(examples)) return schema;
  const plain = omitKeys(schema, "examples");
  const kept = examples.filter((value, index) => check(value, plain, pointerTo(`${pointer}/examples`, `${index}`)));
  if (kept.length === examples.length) return schema;
  return kept.length === 0 ? plain : { ...schema, examples: kept };
}

/** Checks `example` and `examples` beside a schema: one value, or a map of objects with a value each. */
function checkBeside(document: JsonObject, node: JsonObject, pointer: string, check: Check): JsonObject {
  const schema = valueAt(node, "schema");
  const single = valueAt(node, "example");
  const isBroken = single !== undefined && !check(single, schema, `${pointer}/example`);
  const rest = isBroken ? omitKeys(node, "example") : node;
  const named = Object.entries(objectIn(node, "examples"));
  const kept = named.filter(([name, example]) => {
    const value = valueAt(resolve(document, example), "value");
    return value === undefined || check(value, schema, pointerTo(`${pointer}/examples`, name));
  });
  if (kept.length === named.length) return rest;
  return kept.length === 0 ? omitKeys(rest, "examples") : { ...rest, examples: Object.fromEntries(kept) };
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
