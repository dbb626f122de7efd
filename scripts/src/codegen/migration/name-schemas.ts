import {
  type ApiOperation,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  lookUp,
  mapValues,
  objectIn,
  pointerKeys,
  pointerTo,
  readApi,
} from "@nectar-sdk/openapi/document";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import type { AssignedTypes } from "../types/assign-types.ts";

/** A document with the names that users know. */
export interface PubliclyNamed {
  readonly document: JsonObject;
  readonly names: CallNames;
  readonly types: Pick<AssignedTypes, "schemas">;
}

/**
 * Calls every component schema by its public type, so that another name upstream does not count. A schema without a public type is called
 * after the first method or event that reaches it, `(schema of jobs.submit)`, and one that none reaches is left out.
 */
export function nameSchemas({ document, names, types }: PubliclyNamed): JsonObject {
  const renamed = new Map(types.schemas);
  const counts = new Map<string, number>();
  for (const { schema, reachedBy } of listReached(document, names)) {
    if (renamed.has(schema)) continue;
    const count = (counts.get(reachedBy) ?? 0) + 1;
    counts.set(reachedBy, count);
    renamed.set(schema, `(schema${count === 1 ? "" : ` ${count}`} of ${reachedBy})`);
  }
  const components = objectIn(document, "components");
  const kept = Object.entries(objectIn(components, "schemas")).flatMap(([name, schema]) => {
    const own = renamed.get(name);
    return own === undefined ? [] : [[own, schema] as const];
  });
  const reduced = { ...document, components: { ...components, schemas: Object.fromEntries(kept) } };
  return mapValues(reduced, (value) => renameReferences(value, renamed));
}

/** Lists each component schema with the first method or event that reaches it, methods in the order of their names. */
function listReached(document: JsonObject, names: CallNames) {
  const { operations, webhooks } = readApi(document);
  const starts = [
    ...operations.map((operation) => ({ name: readName(operation, names), operation })).sort(compareNames),
    ...webhooks.map((operation) => ({ name: operation.path, operation })).sort(compareNames),
  ];
  const seen = new Set<string>();
  return starts.flatMap(({ name, operation }) =>
    reachSchemas(document, listNodes(operation), seen).map((schema) => ({ schema, reachedBy: name })),
  );
}

function listNodes({ object, parameters }: ApiOperation): Json[] {
  return [...parameters.map(({ node }) => node), object];
}

function readName({ id = "", label }: ApiOperation, names: CallNames): string {
  const name = names.get(id);
  return name === undefined ? label : formatCallName(name);
}

function compareNames(left: { readonly name: string }, right: { readonly name: string }): number {
  if (left.name === right.name) return 0;
  return left.name < right.name ? -1 : 1;
}

/** Follows references to everything that was not seen before, and returns the component schemas among it. */
function reachSchemas(document: JsonObject, nodes: readonly Json[], seen: Set<string>): string[] {
  const reached: string[] = [];
  const pending = [...nodes];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    if (isArray(node)) pending.push(...node);
    else if (isObject(node)) pending.push(...Object.values(node));
    else if (typeof node === "string" && node.startsWith("#/") && !seen.has(node)) {
      seen.add(node);
      const name = readComponentSchema(node);
      if (name !== undefined) reached.push(name);
      pending.push(lookUp(document, node) ?? null);
    }
  }
  return reached;
}

function readComponentSchema(reference: string): string | undefined {
  const [root, section, name, ...inside] = pointerKeys(reference) ?? [];
  return root === "components" && section === "schemas" && inside.length === 0 ? name : undefined;
}

function renameReferences(node: Json, renamed: ReadonlyMap<string, string>): Json {
  if (isArray(node)) return node.map((item) => renameReferences(item, renamed));
  if (isObject(node)) return mapValues(node, (value) => renameReferences(value, renamed));
  if (typeof node !== "string" || !node.startsWith("#/components/schemas/")) return node;
  const [root = "", section = "", name = "", ...inside] = pointerKeys(node) ?? [];
  return [root, section, renamed.get(name) ?? name, ...inside].reduce(pointerTo, "#");
}
