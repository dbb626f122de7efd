import {
  isArray,
  isLocalReference,
  isObject,
  type Json,
  type JsonObject,
  pointerTo,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/**
 * Nothing in the document leads out of it. Tools look for references everywhere, in examples and extensions too, and would ask the
 * address or read the file that stands there; so this comes before any of them.
 */
export function checkOutside(document: JsonObject): Problem[] {
  return [...linksBelow(document, "#", document), ...identifiers(document)];
}

type Fault = Omit<Problem, "at">;

/** What may stand under a key that names a place, wherever it occurs: each answers what is wrong. */
const LINKS: Readonly<Record<string, (value: Json) => Fault | undefined>> = {
  $ref: unlessLocal,
  $dynamicRef: unlessFragment,
  $recursiveRef: unlessFragment,
  operationRef: unlessLocal,
  externalValue: (value) => (typeof value === "string" ? outside(value) : undefined),
};

function* linksBelow(node: Json, pointer: string, document: JsonObject): Generator<Problem> {
  if (isArray(node)) {
    for (const [index, item] of node.entries()) yield* linksBelow(item, pointerTo(pointer, String(index)), document);
  }
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const fault = Object.hasOwn(LINKS, key) ? LINKS[key]?.(value) : undefined;
    if (fault !== undefined) yield { at: pointer, ...fault };
    if (key === "discriminator") yield* mappings(value, pointerTo(pointer, key), document);
    yield* linksBelow(value, pointerTo(pointer, key), document);
  }
}

/** A mapping leads to a reference, or to a component schema by its name. */
function* mappings(discriminator: Json, pointer: string, document: JsonObject): Generator<Problem> {
  const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
  if (!isObject(mapping)) return;
  const components = document["components"];
  const schemas = isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
  for (const [value, target] of Object.entries(mapping)) {
    const isKnown = typeof target === "string" && (isLocalReference(target) || Object.hasOwn(schemas, target));
    if (isKnown) continue;
    const at = pointerTo(pointerTo(pointer, "mapping"), value);
    yield { at, ...outside(target), fix: "name a schema of the document" };
  }
}

/** Dialects that every tool knows without asking for them. */
const DIALECT =
  /^https?:\/\/(json-schema\.org\/draft[\w/-]*\/schema|spec\.openapis\.org\/oas\/3\.1\/dialect\/[\w-]+)#?$/;

/** A schema that gives itself another base would turn its references into addresses. */
function identifiers(document: JsonObject): Problem[] {
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
      const message = `$id ${JSON.stringify(object["$id"])} gives references another base`;
      problems.push({ at: pointer, message, fix: "remove the $id" });
    }
    return problems;
  });
}

function unlessLocal(value: Json): Fault | undefined {
  // A property may be called like that; its schema is an object.
  return typeof value !== "string" || isLocalReference(value) ? undefined : outside(value);
}

function unlessFragment(value: Json): Fault | undefined {
  return typeof value !== "string" || value.startsWith("#") ? undefined : outside(value);
}

function outside(value: Json): Fault {
  const reference = `refers to ${JSON.stringify(value)}`;
  return typeof value === "string" && value.startsWith("#")
    ? { message: `${reference}, not a place in components, paths or webhooks`, fix: "move what it refers to" }
    : { message: `${reference} outside the document`, fix: "bundle the document first" };
}
