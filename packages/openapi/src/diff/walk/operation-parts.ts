import type { Json, JsonObject } from "../../document/json.ts";
import { type FoundOperation, nameOf } from "../../document/list-operations.ts";
import { arrayIn, stringIn } from "../../document/lookup.ts";
import { lookUp } from "../../document/pointer.ts";
import { follow } from "./references.ts";

/** How a change names an operation or webhook that it reaches. */
export function labelOf(operation: FoundOperation): string {
  return isWebhook(operation) ? `webhook ${operation.path}` : nameOf(operation);
}

/** Whether the API calls the consumer here, instead of the consumer the API. */
export function isWebhook(operation: FoundOperation): boolean {
  return operation.pointer.startsWith("#/webhooks/");
}

/** The path item that an operation stands in, its references followed. */
export function pathItemOf(document: JsonObject, operation: FoundOperation): JsonObject {
  return follow(document, lookUp(document, operation.pointer.slice(0, operation.pointer.lastIndexOf("/"))));
}

/** A parameter as the document writes it, perhaps as a reference. */
export interface ParameterNode {
  readonly in: string;
  readonly name: string;
  readonly node: Json;
}

/** The parameters of an operation; its own replace those of its path item that have the same name and place. */
export function parameterNodes(document: JsonObject, operation: FoundOperation): ParameterNode[] {
  const nodes = [...arrayIn(pathItemOf(document, operation), "parameters"), ...arrayIn(operation.object, "parameters")];
  const named = nodes.map((node) => {
    const parameter = follow(document, node);
    return { in: stringIn(parameter, "in") ?? "", name: stringIn(parameter, "name") ?? "", node };
  });
  return [...new Map(named.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}
