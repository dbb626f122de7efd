import {
  isArray,
  isLocalReference,
  isObject,
  type Json,
  type JsonObject,
  objectIn,
  pointerTo,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/**
 * Checks that no reference leaves the document. Tools follow references everywhere, in examples and extensions too, and would fetch
 * the URL or read the file behind them, so this check runs before any of these tools.
 */
export function checkOutside(document: JsonObject): Problem[] {
  return [...checkLinks(document, "#", document), ...checkIdentifiers(document)];
}

type Fault = Omit<Problem, "at">;

/** Keys that refer to another place, each with a function that returns the problem of a value. */
const LINKS: Readonly<Record<string, (value: Json) => Fault | undefined>> = {
  $ref: checkLocal,
  $dynamicRef: checkFragment,
  $recursiveRef: checkFragment,
  operationRef: checkLocal,
  externalValue: (value) => (typeof value === "string" ? reportOutside(value) : undefined),
};

function* checkLinks(node: Json, pointer: string, document: JsonObject): Generator<Problem> {
  if (isArray(node)) {
    for (const [index, item] of node.entries()) yield* checkLinks(item, pointerTo(pointer, String(index)), document);
  }
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const fault = Object.hasOwn(LINKS, key) ? LINKS[key]?.(value) : undefined;
    if (fault !== undefined) yield { at: pointer, ...fault };
    if (key === "discriminator") yield* checkMappings(value, pointerTo(pointer, key), document);
    yield* checkLinks(value, pointerTo(pointer, key), document);
  }
}

/** A mapping contains a reference, or the name of a component schema. */
function* checkMappings(discriminator: Json, pointer: string, document: JsonObject): Generator<Problem> {
  const schemas = objectIn(document["components"], "schemas");
  for (const [value, target] of Object.entries(objectIn(discriminator, "mapping"))) {
    const isKnown = typeof target === "string" && (isLocalReference(target) || Object.hasOwn(schemas, target));
    if (isKnown) continue;
    const at = pointerTo(pointerTo(pointer, "mapping"), value);
    yield { at, ...reportOutside(target), fix: "name a schema of the document" };
  }
}

/** Dialects that every tool supports without fetching them. */
const DIALECT =
  /^https?:\/\/(json-schema\.org\/draft[\w/-]*\/schema|spec\.openapis\.org\/oas\/3\.1\/dialect\/[\w-]+)#?$/;

/** A schema that sets another base URL would turn its references into remote URLs. */
function checkIdentifiers(document: JsonObject): Problem[] {
  return [...walkObjects(document)].flatMap(({ pointer, object }) => {
    const problems: Problem[] = [];
    for (const key of ["$schema", "jsonSchemaDialect"]) {
      const dialect = object[key];
      if (dialect === undefined || (typeof dialect === "string" && DIALECT.test(dialect))) continue;
      const fix = "leave it out, or name a dialect of json-schema.org";
      problems.push({
        at: pointer,
        message: `${key} is ${JSON.stringify(dialect)}, which would have to be fetched`,
        fix,
      });
    }
    if (object["$id"] !== undefined) {
      const message = `$id ${JSON.stringify(object["$id"])} changes the base of references`;
      problems.push({ at: pointer, message, fix: "remove the $id" });
    }
    return problems;
  });
}

function checkLocal(value: Json): Fault | undefined {
  // A property may have this name; its schema is an object.
  return typeof value !== "string" || isLocalReference(value) ? undefined : reportOutside(value);
}

function checkFragment(value: Json): Fault | undefined {
  return typeof value !== "string" || value.startsWith("#") ? undefined : reportOutside(value);
}

function reportOutside(value: Json): Fault {
  const reference = `refers to ${JSON.stringify(value)}`;
  return typeof value === "string" && value.startsWith("#")
    ? { message: `${reference}, not a place in components, paths or webhooks`, fix: "move what it refers to" }
    : { message: `${reference} outside the document`, fix: "bundle the document first" };
}
