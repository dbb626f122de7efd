import {
  arrayIn,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  objectIn,
  readSchemaName,
  readTypes,
  rewriteObjects,
  walkObjects,
} from "@nectar-sdk/openapi/document";

const OPEN_ENUM = "x-extensible-enum";
const CLOSED_IN_REQUESTS = "x-closed-in-requests";

/**
 * Closes the enums marked with `x-closed-in-requests` in parameters and request bodies, so that a wrong value is refused there, while a
 * response may contain a newer one. A component that both use gets a second, closed form.
 */
export function closeRequestEnums(document: JsonObject): JsonObject {
  const components = objectIn(document, "components");
  const schemas = objectIn(components, "schemas");
  const closedNames = nameClosedForms(schemas);
  const close = (node: Json): Json => rewriteObjects(node, (object) => closeObject(object, closedNames));
  const closeMembers = (node: JsonObject, ...keys: readonly string[]): JsonObject =>
    mapValues(node, (value, key) => (keys.includes(key) ? close(value) : value));
  const paths = mapValues(objectIn(document, "paths"), (item) => {
    if (!isObject(item)) return item;
    return mapValues(closeMembers(item, "parameters"), (operation) =>
      isObject(operation) ? closeMembers(operation, "parameters", "requestBody") : operation,
    );
  });
  const closedForms = [...closedNames].map(([name, closedName]) => [closedName, close(schemas[name] ?? true)]);
  return {
    ...document,
    paths,
    components: {
      ...mapValues(components, (value, key) => {
        if (key !== "parameters" && key !== "requestBodies") return value;
        return isObject(value) ? mapValues(value, close) : value;
      }),
      schemas: { ...schemas, ...Object.fromEntries(closedForms) },
    },
  };
}

/** Names a closed form for each component that contains a marked enum, directly or through others. */
function nameClosedForms(schemas: JsonObject): ReadonlyMap<string, string> {
  const users = new Map<string, string[]>();
  const open: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    for (const { object } of walkObjects(schema)) {
      const used = readSchemaName(object);
      if (used !== undefined) users.set(used, [...(users.get(used) ?? []), name]);
      if (object[CLOSED_IN_REQUESTS] === true) open.push(name);
    }
  }
  const names = new Map<string, string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    let closedName = `${name}InRequests`;
    while (Object.hasOwn(schemas, closedName)) closedName += "_";
    names.set(name, closedName);
    open.push(...(users.get(name) ?? []));
  }
  return names;
}

function closeObject(object: JsonObject, closedNames: ReadonlyMap<string, string>): JsonObject {
  const closedName = closedNames.get(readSchemaName(object) ?? "");
  if (closedName !== undefined) return { ...object, $ref: `#/components/schemas/${closedName}` };
  if (object[CLOSED_IN_REQUESTS] !== true) return object;
  const { [OPEN_ENUM]: _, ...rest } = object;
  const values = arrayIn(object, OPEN_ENUM);
  return { ...rest, enum: readTypes(object).includes("null") ? [...values, null] : values };
}
