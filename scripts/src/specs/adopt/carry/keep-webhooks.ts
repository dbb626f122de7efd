import { isDeepStrictEqual } from "node:util";
import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  objectIn,
  readSchemaName,
} from "@nectar-sdk/openapi/document";
import { stringify } from "yaml";

const PREFIX = "#/components/schemas/";

/** Path of the overlay below `specs`; it comes before the examples of the payloads. */
export function keptWebhooksFile(version: string): string {
  return `overlays/65-webhooks-${version}.yaml`;
}

/**
 * Writes the overlay that keeps the webhooks of the last document, for a document without any. Payload schemas that the document describes
 * in another way, or not at all, come along under a name that it does not use.
 *
 * @returns undefined if there is nothing to keep
 */
export function keepWebhooks(before: JsonObject, after: JsonObject, version: string): string | undefined {
  const webhooks = objectIn(before, "webhooks");
  const isLost = Object.keys(objectIn(after, "webhooks")).length === 0 && Object.keys(webhooks).length > 0;
  if (!isLost) return undefined;
  const [old, current] = [before, after].map((document) => objectIn(objectIn(document, "components"), "schemas"));
  const needed = collectSchemas(webhooks, old ?? {});
  const names = new Map(
    [...needed].map(([name, schema]) => [name, chooseName(name, schema, current ?? {}, needed)] as const),
  );
  const schemas = Object.fromEntries(
    [...needed]
      .filter(([name]) => !Object.hasOwn(current ?? {}, names.get(name) ?? name))
      .map(([name, schema]) => [names.get(name) ?? name, renameReferences(schema, names)]),
  );
  const overlay = {
    overlay: "1.0.0",
    info: { title: `Webhooks of ${version}`, version: "1.0.0" },
    "x-applies-to": [version],
    actions: [{ target: "$", update: { webhooks: renameReferences(webhooks, names), components: { schemas } } }],
  };
  const note = `# The document of ${version} describes no webhooks: these are the last ones that it described. Written by \`pnpm specs:adopt\`.\n`;
  return note + stringify(overlay, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The component schemas that a node reaches, with those that they reach. */
function collectSchemas(node: Json, schemas: JsonObject, found: Map<string, Json> = new Map()): Map<string, Json> {
  const name = readSchemaName(node);
  const schema = name === undefined ? undefined : schemas[name];
  if (name !== undefined && schema !== undefined && !found.has(name)) {
    found.set(name, schema);
    collectSchemas(schema, schemas, found);
  }
  if (isArray(node)) for (const item of node) collectSchemas(item, schemas, found);
  else if (isObject(node)) for (const value of Object.values(node)) collectSchemas(value, schemas, found);
  return found;
}

/** The same name where the document lacks it, or has the same schema by it, with the same schemas below. */
function chooseName(name: string, schema: Json, current: JsonObject, needed: ReadonlyMap<string, Json>): string {
  const below = collectSchemas(schema, Object.fromEntries(needed)).entries();
  const isSame = [...below, [name, schema] as const].every(
    ([own, value]) => !Object.hasOwn(current, own) || isDeepStrictEqual(current[own], value),
  );
  if (isSame) return name;
  let candidate = `Webhook${name}`;
  while (Object.hasOwn(current, candidate) || needed.has(candidate)) candidate = `${candidate}Payload`;
  return candidate;
}

function renameReferences(node: Json, names: ReadonlyMap<string, string>): Json {
  if (isArray(node)) return node.map((item) => renameReferences(item, names));
  if (!isObject(node)) return node;
  const name = readSchemaName(node);
  const renamed = mapValues(node, (value) => renameReferences(value, names));
  return name === undefined ? renamed : { ...renamed, $ref: PREFIX + (names.get(name) ?? name) };
}
