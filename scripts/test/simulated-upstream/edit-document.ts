import {
  isArray,
  isMap,
  isObject,
  type Json,
  type JsonObject,
  METHODS,
  mapValues,
  objectIn,
} from "@nectar-sdk/openapi/document";

const DATA = new Set(["example", "examples", "default", "enum", "const", "required", "mapping"]);

/** Rewrites every object below a node whose keys are keywords, inner ones first. `at` names the place. */
export function rewriteInnerFirst(node: Json, rewrite: (object: JsonObject, at: string) => JsonObject, at = "#"): Json {
  if (isList(node)) return node.map((item, index) => rewriteInnerFirst(item, rewrite, `${at}/${index}`));
  if (!isObject(node)) return node;
  const inner = mapValues(node, (value, key) => {
    if (DATA.has(key) || key.startsWith("x-")) return value;
    if (!isMap(key, value)) return rewriteInnerFirst(value, rewrite, `${at}/${key}`);
    return mapValues(value, (item, name) => rewriteInnerFirst(item, rewrite, `${at}/${key}/${name}`));
  });
  return rewrite(inner, at);
}

/** {@link rewriteInnerFirst} for a whole document. */
export function rewriteDocument(
  document: JsonObject,
  rewrite: (object: JsonObject, at: string) => JsonObject,
): JsonObject {
  return asObject(rewriteInnerFirst(document, rewrite));
}

/** An operation of `paths` and where it stands. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

/** A copy with other operations in `paths`; an operation that becomes `undefined` goes, and so does a path without one. */
export function editOperations(
  document: JsonObject,
  edit: (placed: PlacedOperation) => JsonObject | undefined,
): JsonObject {
  const paths = Object.entries(objectIn(document, "paths")).map(([path, item]): [string, JsonObject] => {
    const entries = Object.entries(asObject(item)).flatMap(([method, operation]): [string, Json][] => {
      if (!METHODS.some((known) => known === method) || !isObject(operation)) return [[method, operation]];
      const edited = edit({ path, method, operation });
      return edited === undefined ? [] : [[method, edited]];
    });
    return [path, Object.fromEntries(entries)];
  });
  const left = paths.filter(([, item]) => METHODS.some((method) => item[method] !== undefined));
  return { ...document, paths: Object.fromEntries(left) };
}

/** A copy with other keys in `paths`. */
export function renamePaths(document: JsonObject, rename: (path: string) => string): JsonObject {
  const paths = Object.entries(objectIn(document, "paths")).map(([path, item]) => [rename(path), item] as const);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** A copy with other component schemas. */
export function editSchemas(document: JsonObject, edit: (schemas: JsonObject) => JsonObject): JsonObject {
  const components = objectIn(document, "components");
  return { ...document, components: { ...components, schemas: edit(objectIn(components, "schemas")) } };
}

/** A copy without some keys. */
export function omit(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Whether a value is a JSON array. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return isArray(value);
}

function asObject(value: Json): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError("expected an object");
}
