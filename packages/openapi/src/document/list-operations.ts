import { isArray, isObject, type Json, type JsonObject, objectAt } from "./json.ts";
import { pointerTo } from "./pointer.ts";
import { resolve } from "./resolve.ts";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** An operation as it stands in the document, with the parameters of its path item merged in. */
export interface FoundOperation {
  readonly method: (typeof METHODS)[number];
  /** Path template, or the name of the event for a webhook. */
  readonly path: string;
  readonly pointer: string;
  /** `undefined` where the document has none. */
  readonly id: string | undefined;
  readonly object: JsonObject;
  readonly parameters: readonly FoundParameter[];
}

export interface FoundParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
  readonly object: JsonObject;
}

/** All operations, path by path in the order of the document. */
export function listOperations(document: JsonObject): FoundOperation[] {
  return listIn(document, "paths");
}

/** All webhooks; `path` is the event. */
export function listWebhooks(document: JsonObject): FoundOperation[] {
  return listIn(document, "webhooks");
}

/** How messages call an operation. */
export function nameOf(operation: FoundOperation): string {
  return operation.id ?? `${operation.method.toUpperCase()} ${operation.path}`;
}

function listIn(document: JsonObject, section: string): FoundOperation[] {
  const items = objectAt(document, section, "document");
  return Object.keys(items).flatMap((path) => {
    const item = resolve(document, items[path]);
    const pointer = pointerTo(`#/${section}`, path);
    return METHODS.filter((method) => isObject(item[method])).map((method) => {
      const object = objectAt(item, method, pointer);
      const id = typeof object["operationId"] === "string" ? object["operationId"] : undefined;
      const parameters = mergeParameters(document, item["parameters"], object["parameters"]);
      return { method, path, pointer: pointerTo(pointer, method), id, object, parameters };
    });
  });
}

/** An operation's own parameter replaces that of its path item with the same name and place. */
function mergeParameters(document: JsonObject, ...lists: (Json | undefined)[]): FoundParameter[] {
  const merged = new Map<string, FoundParameter>();
  for (const item of lists.flatMap((list) => (isArray(list) ? list : []))) {
    const object = isObject(item) ? resolve(document, item) : {};
    const parameter = {
      name: String(object["name"]),
      in: String(object["in"]),
      required: object["required"] === true,
      schema: object["schema"] ?? {},
      object,
    };
    merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}
