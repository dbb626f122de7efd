import { isObject, type Json, type JsonObject } from "../document/json.ts";

/** The node itself, or what its local `$ref` (`#/components/…`) leads to. */
export function resolveRef(document: JsonObject, node: Json): Json {
  let current = node;
  // A chain of references is short; the bound turns a circle of them into a message.
  for (let steps = 0; steps < 20; steps += 1) {
    const ref = isObject(current) ? current["$ref"] : undefined;
    if (typeof ref !== "string") return current;
    current = lookUp(document, ref);
  }
  throw new Error(`${JSON.stringify(node)}: the references go round in a circle`);
}

/** The same where an object is needed; empty for anything else. */
export function resolveObject(document: JsonObject, node: Json | undefined): JsonObject {
  const resolved = node === undefined ? node : resolveRef(document, node);
  return isObject(resolved) ? resolved : {};
}

function lookUp(document: JsonObject, ref: string): Json {
  if (!ref.startsWith("#/")) throw new Error(`${ref}: only references into the document are known`);
  const keys = ref.slice(2).split("/");
  return keys.reduce<Json>((node, key) => {
    const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
    const child = isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
    if (child === undefined) throw new Error(`${ref}: leads nowhere`);
    return child;
  }, document);
}
