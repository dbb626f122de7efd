import { isArray, isObject, type Json, pointerTo } from "@nectar-sdk/openapi/document";

/** A place where two JSON values differ; one side is absent where the place is only in the other. */
export interface JsonDifference {
  /** JSON pointer of the outermost place that differs. */
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Walks two JSON values side by side, knowing nothing about OpenAPI: nothing is left out but the order of keys. */
export function jsonDifferences(before: Json | undefined, after: Json | undefined, pointer = "#"): JsonDifference[] {
  const [left, right] = [childrenOf(before), childrenOf(after)];
  if (left === undefined || right === undefined || isArray(before) !== isArray(after)) {
    return before === after ? [] : [{ pointer, before, after }];
  }
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) => jsonDifferences(left.get(key), right.get(key), pointerTo(pointer, key)));
}

function childrenOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}
