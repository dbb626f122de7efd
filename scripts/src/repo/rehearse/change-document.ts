import {
  arrayIn,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectIn,
  readProperties,
  readReference,
  readSchemaName,
  resolve,
} from "@nectar-sdk/openapi/document";

const SCALARS = ["string", "number", "integer", "boolean"];

/**
 * Changes a document as upstream might: one optional property of a response goes, and another is new.
 *
 * @param added name of the new property; names that begin with `rehearsed` stay
 * @throws {Error} when no response has such a property
 */
export function replaceProperty(document: JsonObject, added: string): JsonObject {
  const others = new Set([...listReachable(document, pickRequests(document)), ...listPayloads(document)]);
  const schemas = objectIn(objectIn(document, "components"), "schemas");
  const [best] = [...listReachable(document, document["paths"] ?? {})]
    .filter((name) => !others.has(name))
    .map((name) => ({ name, optional: listOptional(document, objectIn(schemas, name)) }))
    .sort((a, b) => b.optional.length - a.optional.length);
  const gone = best?.optional.at(-1);
  if (best === undefined || gone === undefined) throw new Error("no response of the document has an optional property");
  return editProperties(document, best.name, ({ [gone]: _, ...properties }) => ({
    ...properties,
    [added]: { type: "string", description: "A note." },
  }));
}

/** Adds a property to the payload of an event; `undefined` for a document in which operations use every payload. */
export function extendPayload(document: JsonObject): JsonObject | undefined {
  const paths = listReachable(document, document["paths"] ?? {});
  const name = [...listPayloads(document)].find((payload) => !paths.has(payload));
  if (name === undefined) return undefined;
  return editProperties(document, name, (properties) => ({
    ...properties,
    rehearsedFlag: { type: "boolean", description: "A flag." },
  }));
}

/** Changes only the description of the API. */
export function rewordDocument(document: JsonObject, words: string): JsonObject {
  const info = objectIn(document, "info");
  return { ...document, info: { ...info, description: `${String(info["description"] ?? "")}\n\n${words}`.trim() } };
}

function editProperties(document: JsonObject, name: string, edit: (properties: JsonObject) => JsonObject): JsonObject {
  const components = objectIn(document, "components");
  const schemas = objectIn(components, "schemas");
  const schema = objectIn(schemas, name);
  const edited = { ...schema, properties: edit(objectIn(schema, "properties")) };
  return { ...document, components: { ...components, schemas: { ...schemas, [name]: edited } } };
}

function listOptional(document: JsonObject, schema: JsonObject): string[] {
  const required = new Set<Json>(arrayIn(schema, "required"));
  return [...readProperties(document, schema)]
    .filter(([name]) => !required.has(name) && !name.startsWith("rehearsed"))
    .filter(([, property]) => isObject(property) && isScalar(property["type"]))
    .map(([name]) => name);
}

function isScalar(type: Json | undefined): boolean {
  const types = isArray(type) ? type.filter((one) => one !== "null") : [type];
  return types.length === 1 && SCALARS.some((scalar) => scalar === types[0]);
}

function pickRequests(document: JsonObject): Json {
  return Object.values(objectIn(document, "paths"))
    .filter(isObject)
    .flatMap((item) => Object.values(item).filter(isObject))
    .map((operation) => operation["requestBody"] ?? null);
}

function listPayloads(document: JsonObject): ReadonlySet<string> {
  return listReachable(document, document["webhooks"] ?? {});
}

/** The names of the schemas that a part of a document refers to, directly or through others. */
function listReachable(document: JsonObject, part: Json): ReadonlySet<string> {
  const visited = new Set<string>();
  const found = new Set<string>();
  const pending: Json[] = [part];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const reference = readReference(node);
    if (reference !== undefined && !visited.has(reference)) {
      visited.add(reference);
      pending.push(resolve(document, node));
    }
    const name = readSchemaName(node);
    if (name !== undefined) found.add(name);
    if (isArray(node)) pending.push(...node);
    else if (isObject(node)) pending.push(...Object.values(node));
  }
  return found;
}
