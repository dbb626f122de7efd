import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { lookUp, pointerKeys, pointerTo } from "../../document/pointer.ts";
import { ANY, type Kind, STRUCTURE } from "../structure.ts";

/** A node to look at, and who sends what it describes. */
interface Visit {
  readonly node: Json;
  readonly kind: Kind;
  readonly pointer: string;
  readonly sender: "server" | "caller" | undefined;
}

/** Keywords whose schema is not one of the value itself. */
const ASIDE = new Set(["not", "if", "propertyNames"]);

/** The pointers of all schemas that describe what the server sends: bodies and headers of responses, payloads of webhooks and callbacks. */
export function findResponseSchemas(document: JsonObject): ReadonlySet<string> {
  return findSchemas(document, "server");
}

/** The pointers of all schemas that describe what the caller sends: parameters and bodies of requests, responses of webhooks and callbacks. */
export function findRequestSchemas(document: JsonObject): ReadonlySet<string> {
  return findSchemas(document, "caller");
}

function findSchemas(document: JsonObject, wanted: "server" | "caller"): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const pending: Visit[] = [...start(document, "paths", "caller"), ...start(document, "webhooks", "server")];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, kind, pointer, sender } = visit;
    if (!isObject(node)) continue;
    const mark = `${kind} ${sender} ${pointer}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    if (kind === "schema" && sender === wanted) found.add(pointer);
    const reference = Object.hasOwn(node, "$ref") ? node["$ref"] : undefined;
    const target = typeof reference === "string" ? lookUp(document, reference) : undefined;
    if (typeof reference === "string" && target !== undefined) {
      pending.push({ ...visit, node: target, pointer: (pointerKeys(reference) ?? []).reduce(pointerTo, "#") });
    }
    pending.push(...inner(visit, node));
  }
  return found;
}

function start(document: JsonObject, section: "paths" | "webhooks", sender: Visit["sender"]): Visit[] {
  const items = document[section];
  if (!isObject(items)) return [];
  return Object.entries(items).map(([name, node]) => ({
    node,
    kind: "pathItem",
    pointer: pointerTo(`#/${section}`, name),
    sender,
  }));
}

function inner({ kind, pointer, sender }: Visit, node: JsonObject): Visit[] {
  return Object.entries(node).flatMap(([key, value]): Visit[] => {
    const child = STRUCTURE[kind].get(key) ?? STRUCTURE[kind].get(ANY);
    if (child === undefined || (kind === "schema" && ASIDE.has(key))) return [];
    const below = pointerTo(pointer, key);
    const direction = turn(kind, key, sender);
    if (isArray(value) || (child.isMap && isObject(value))) {
      const items = isArray(value)
        ? value.map((item, index): [string, Json] => [`${index}`, item])
        : Object.entries(value);
      return items.map(([name, item]) => ({
        node: item,
        kind: child.kind,
        pointer: pointerTo(below, name),
        sender: direction,
      }));
    }
    return [{ node: value, kind: child.kind, pointer: below, sender: direction }];
  });
}

/** Returns the sender of the messages below a key. The sender of a path item sends the request: a caller in `paths`, the server in webhooks and callbacks. */
function turn(kind: Kind, key: string, sender: Visit["sender"]): Visit["sender"] {
  const other = sender === "server" ? "caller" : "server";
  if (kind === "operation") return key === "responses" || key === "callbacks" ? other : sender;
  return sender;
}
