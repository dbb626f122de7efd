import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { createRandom } from "../sample/random.ts";
import { sample } from "../sample/sample.ts";
import { type MockResponse, readObjectBody, replaceBody } from "./mock-response.ts";

/**
 * Prism refuses a wrong request with the example of the declared 400, which is about another request. This puts what is wrong with this one
 * into `detail`, in a body that follows the declared schema. Any other response stays as it is.
 */
export function explainRefusal(document: ApiDocument, operation: Operation, response: MockResponse): MockResponse {
  const schema = operation.responses.get(String(response.status))?.content.get("application/json")?.schema;
  const problems = readProblems(operation, response);
  // What a missing key is refused with is the same for every request, and so is the example.
  if (schema === undefined || problems.length === 0 || response.status === 401) return response;
  const detail = `${problems.join("; ")}.`;
  const body = [{ detail }, { ...sampleObject(document, schema), detail }].find(
    (candidate) => document.validate(schema, candidate).length === 0,
  );
  return body === undefined ? response : replaceBody(response, body);
}

function readProblems(operation: Operation, response: MockResponse): string[] {
  const violations = parseList(response.headers["sl-violations"]).filter(isAboutRequest);
  if (violations.length > 0)
    return [...new Set(violations.map((violation) => describeViolation(operation, violation)))];
  // A body that Prism cannot read never comes as far as its checks.
  const error = response.status === 400 ? readObjectBody(response)?.["error"] : undefined;
  return isObject(error) && typeof error["message"] === "string"
    ? [`Request body cannot be read: ${error["message"]}`]
    : [];
}

function isAboutRequest({ location }: JsonObject): boolean {
  return isArray(location) && location[0] === "request";
}

/** Prism writes names of parameters in lower case. */
function describeViolation({ parameters }: Operation, { location, message }: JsonObject): string {
  const [, , name] = isArray(location) ? location : [];
  const declared = parameters.find((parameter) => parameter.name.toLowerCase() === name)?.name;
  const text = String(message);
  return declared === undefined ? text : text.replace(`parameter ${String(name)} `, `parameter ${declared} `);
}

function sampleObject(document: ApiDocument, schema: Json): JsonObject {
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
