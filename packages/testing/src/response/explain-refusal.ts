import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { createRandom, sample } from "@nectar-sdk/openapi/schema";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { type MockResponse, readObjectBody, replaceBody } from "./mock-response.ts";

/**
 * Describes the problems of a refused request in `detail`, in a body that follows the declared schema.
 *
 * Prism responds with the example of the declared 400, which describes another request. Other responses stay unchanged.
 */
export function explainRefusal(document: ApiDocument, operation: Operation, response: MockResponse): MockResponse {
  const schema = operation.responses.get(String(response.status))?.content.get("application/json")?.schema;
  const problems = readProblems(operation, response);
  // A missing key has the same response for every request: the example.
  if (schema === undefined || problems.length === 0 || response.status === 401) return response;
  const detail = `${problems.join("; ")}.`;
  const body = [{ detail }, { ...sampleErrorBody(document, schema), detail }].find(
    (candidate) => document.validate(schema, candidate).length === 0,
  );
  return body === undefined ? response : replaceBody(response, body);
}

function readProblems(operation: Operation, response: MockResponse): string[] {
  const violations = parseList(response.headers["sl-violations"]).filter(isAboutRequest);
  if (violations.length > 0)
    return [...new Set(violations.map((violation) => describeViolation(operation, violation)))];
  // Prism does not check a body that it cannot parse.
  const error = response.status === 400 ? readObjectBody(response)?.["error"] : undefined;
  return isObject(error) && typeof error["message"] === "string"
    ? [`Request body cannot be read: ${error["message"]}`]
    : [];
}

function isAboutRequest({ location }: JsonObject): boolean {
  return isArray(location) && location[0] === "request";
}

/** Restores the case of parameter names, which Prism lower-cases. */
function describeViolation({ parameters }: Operation, { location, message }: JsonObject): string {
  const [, , name] = isArray(location) ? location : [];
  const declared = parameters.find((parameter) => parameter.name.toLowerCase() === name)?.name;
  const text = String(message);
  return declared === undefined ? text : text.replace(`parameter ${String(name)} `, `parameter ${declared} `);
}

function sampleErrorBody(document: ApiDocument, schema: Json): JsonObject {
  const value = sample(document.json, schema, { random: createRandom("refusal") });
  return isObject(value) ? value : {};
}

function parseList(header: MockResponse["headers"][string] | undefined): JsonObject[] {
  try {
    const list: unknown = JSON.parse(String(header));
    return Array.isArray(list) ? list.filter(isObject) : [];
  } catch {
    return [];
  }
}
