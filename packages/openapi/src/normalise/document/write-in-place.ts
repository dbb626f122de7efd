import { isArray, isObject, type Json, type JsonObject, mapValues, valueAt } from "../../document/json.ts";
import { METHODS } from "../../document/read-api.ts";
import { resolve } from "../../document/resolve.ts";
import { omitKeys, rewriteNodes, splitKeys } from "../rewrite-nodes.ts";

/** The sections of `components` that an operation may refer to itself. */
export const SHARED_SECTIONS = ["parameters", "responses", "requestBodies"] as const;

/**
 * A copy in which every operation has its parameters, its body and its responses in place, those of its path item included.
 *
 * @param onCopy called with each component that is written out
 */
export function writeInPlace(
  document: JsonObject,
  pinned: ReadonlySet<string>,
  onCopy: (component: JsonObject) => void,
): JsonObject {
  const copy = (node: Json): Json => {
    if (!isObject(node) || typeof valueAt(node, "$ref") !== "string") return node;
    const target = resolve(document, node);
    // It leads nowhere, or in a circle.
    if (Object.keys(target).length === 0 || Object.hasOwn(target, "$ref")) return node;
    onCopy(target);
    const [overrides] = splitKeys(node, (key) => key === "description" || key === "summary");
    return Object.keys(overrides).length === 0 ? target : { ...target, ...overrides };
  };
  return rewriteNodes(document, {
    operation: (operation, pointer) =>
      mapValues(operation, (value, key) => {
        if (key === "parameters" && isArray(value) && !pinned.has(`${pointer}/parameters`)) return value.map(copy);
        if (key === "requestBody") return copy(value);
        return key === "responses" && isObject(value) ? mapValues(value, copy) : value;
      }),
    pathItem: (item, pointer) => {
      const shared = valueAt(item, "parameters");
      const methods = METHODS.filter((method) => isObject(valueAt(item, method)));
      const isPinned = [pointer, ...methods.map((method) => `${pointer}/${method}`)].some((place) =>
        pinned.has(`${place}/parameters`),
      );
      if (!isArray(shared) || methods.length === 0 || isPinned) return item;
      return mapValues(omitKeys(item, "parameters"), (value, key) =>
        isObject(value) && METHODS.some((method) => method === key) ? withParameters(value, shared.map(copy)) : value,
      );
    },
  });
}

/** An operation's own parameter replaces one of its path item with the same name and place. */
function withParameters(operation: JsonObject, shared: readonly Json[]): JsonObject {
  const own = valueAt(operation, "parameters");
  const owned = isArray(own) ? own : [];
  const names = new Set(owned.map(parameterKey));
  const inherited = shared.filter((parameter) => !names.has(parameterKey(parameter)));
  return inherited.length + owned.length === 0 ? operation : { ...operation, parameters: [...inherited, ...owned] };
}

/** Returns the identity of a parameter within an operation; `undefined` for any other value. */
export function parameterKey(parameter: Json): string | undefined {
  const place = valueAt(parameter, "in");
  const name = valueAt(parameter, "name");
  return typeof place === "string" && typeof name === "string" ? `${place} ${name}` : undefined;
}
