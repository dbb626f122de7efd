import { isObject, type Json } from "../document/json.ts";

/**
 * Merges an update into a value as Overlay 1.0 specifies: objects recursively, key by key. Anything else replaces the old value,
 * including arrays, since "only the complete array can be replaced".
 */
export function mergeJson(target: Json, update: Json): Json {
  if (!isObject(target) || !isObject(update)) return update;
  // fromEntries defines own properties, so a key such as `__proto__` is data here and reaches no prototype.
  const kept = Object.entries(target).map(([key, value]): [string, Json] => {
    const change = Object.hasOwn(update, key) ? update[key] : undefined;
    return [key, change === undefined ? value : mergeJson(value, change)];
  });
  const added = Object.entries(update).filter(([key]) => !Object.hasOwn(target, key));
  return Object.fromEntries([...kept, ...added]);
}
