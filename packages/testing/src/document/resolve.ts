import { isObject, type Json, type JsonObject } from "./json.ts";

/** The node itself, or what its local `$ref` (`#/components/…`) leads to. Throws where a reference leads nowhere. */
export function resolve(document: JsonObject, node: Json | undefined): Json {
  let current = node ?? null;
  // A chain of references is short; the bound turns a circle of them into a message.
  for (let steps = 0; steps < 20; steps += 1) {
    const ref = isObject(current) ? current["$ref"] : undefined;
    if (typeof ref !== "string") return current;
    current = lookUp(document, ref);
  }
  throw new Error(`${JSON.stringify(node)}: the references of the document go round in a circle`);
}

/** The same where an object is needed; empty for anything else. */
export function resolveObject(document: JsonObject, node: Json | undefined): JsonObject {
  const resolved = resolve(document, node);
  return isObject(resolved) ? resolved : {};
}

function lookUp(document: JsonObject, ref: string): Json {
  let node: Json | undefined = document;
  for (const key of ref.replace(/^#\//, "").split("/")) {
    const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
    node = isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }
  if (node === undefined) throw new Error(`${ref}: leads nowhere in the document`);
  return node;
}
