import type { ApiDocument, Operation } from "../document/api-document.ts";
import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { createRandom } from "../sample/random.ts";
import { sample } from "../sample/sample.ts";
import { type Answer, objectBody, withBody } from "./mock-response.ts";

/**
 * Prism refuses a wrong request with the example of the declared 400, which is about another request. This puts what is wrong with this one
 * into `detail`, in a body that follows the declared schema. Any other answer stays as it is.
 */
export function explainRefusal(document: ApiDocument, operation: Operation, answer: Answer): Answer {
  const schema = operation.answers.get(String(answer.status))?.content.get("application/json")?.schema;
  const problems = problemsOf(operation, answer);
  // What a missing key is refused with is the same for every request, and so is the example.
  if (schema === undefined || problems.length === 0 || answer.status === 401) return answer;
  const detail = `${problems.join("; ")}.`;
  const body = [{ detail }, { ...sampleObject(document, schema), detail }].find(
    (candidate) => document.validate(schema, candidate).length === 0,
  );
  return body === undefined ? answer : withBody(answer, body);
}

function problemsOf(operation: Operation, answer: Answer): string[] {
  const violations = parseList(answer.headers["sl-violations"]).filter(isOfRequest);
  if (violations.length > 0) return [...new Set(violations.map((violation) => describe(operation, violation)))];
  // A body that Prism cannot read never comes as far as its checks.
  const error = answer.status === 400 ? objectBody(answer)?.["error"] : undefined;
  return isObject(error) && typeof error["message"] === "string"
    ? [`Request body cannot be read: ${error["message"]}`]
    : [];
}

function isOfRequest({ location }: JsonObject): boolean {
  return isArray(location) && location[0] === "request";
}

/** Prism writes names of parameters in lower case. */
function describe({ parameters }: Operation, { location, message }: JsonObject): string {
  const [, , name] = isArray(location) ? location : [];
  const declared = parameters.find((parameter) => parameter.name.toLowerCase() === name)?.name;
  const text = String(message);
  return declared === undefined ? text : text.replace(`parameter ${String(name)} `, `parameter ${declared} `);
}

function sampleObject(document: ApiDocument, schema: Json): JsonObject {
  const value = sample(document.json, schema, { random: createRandom("refusal") });
  return isObject(value) ? value : {};
}

function parseList(header: Answer["headers"][string] | undefined): JsonObject[] {
  try {
    const list: unknown = JSON.parse(String(header));
    return Array.isArray(list) ? list.filter(isObject) : [];
  } catch {
    return [];
  }
}
