import { type JsonObject, valueAt } from "../../document/json.ts";
import { omitKeys, type Rewrite, rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { type Kind, STRUCTURE } from "../structure.ts";

/** A response must have a description, even an empty one (https://spec.openapis.org/oas/v3.1.1#response-object). */
const REQUIRED = new Set<Kind>(["response"]);

/** `description: ""` says nothing and goes; where OpenAPI demands one, blank text and absence both become `""`. */
export const emptyDescriptions: Rule = (document) => rewriteNodes(document, REWRITES);

const REWRITES: Readonly<Partial<Record<Kind, Rewrite>>> = Object.fromEntries(
  Object.keys(STRUCTURE).map((kind) => [kind, isRequired(kind) ? emptyIfBlank : dropBlank]),
);

function isRequired(kind: string): boolean {
  return [...REQUIRED].some((required) => required === kind);
}

function dropBlank(node: JsonObject): JsonObject {
  return isBlank(node) ? omitKeys(node, "description") : node;
}

function emptyIfBlank(node: JsonObject): JsonObject {
  const isMissing = !Object.hasOwn(node, "description") && !Object.hasOwn(node, "$ref");
  return isBlank(node) || isMissing ? { ...node, description: "" } : node;
}

function isBlank(node: JsonObject): boolean {
  const description = valueAt(node, "description");
  return typeof description === "string" && description.trim() === "";
}
