import type { Answer, ApiDocument, Operation } from "../document/api-document.ts";
import { isArray, isObject, type Json } from "../document/json.ts";
import { undeclaredProperties } from "../document/undeclared-properties.ts";
import { problemsByPlace } from "./check-body.ts";
import type { CheckedResponse } from "./exchange.ts";
import { isJsonType, mediaTypeOf } from "./media-type.ts";
import { ofOperation, type Violation, violation } from "./violation.ts";

/** Everything that is wrong with the answer to an operation; empty when nothing is. Never throws. */
export function checkResponse(document: ApiDocument, operation: Operation, response: CheckedResponse): Violation[] {
  const answer = answerFor(operation, response.status);
  const found =
    answer === undefined ? [undeclaredStatus(operation, response)] : checkAnswer(document, answer, response);
  return ofOperation([...checkMockHeader(response), ...found], operation.id);
}

/** What an operation declares for a status: itself, its class (`4XX`), or `default`. */
export function answerFor({ answers }: Operation, status: number): Answer | undefined {
  return answers.get(`${status}`) ?? answers.get(`${Math.floor(status / 100)}XX`) ?? answers.get("default");
}

function checkAnswer(document: ApiDocument, answer: Answer, { status, headers, body }: CheckedResponse): Violation[] {
  if (answer.content.size === 0 || [204, 205, 304].includes(status)) {
    if (body === undefined) return [];
    return [violation("unexpected-response-body", "body", `an answer with status ${status} has no body`)];
  }
  if (body === undefined) return [violation("missing-response-body", "body", `status ${status} came without its body`)];
  const type = mediaTypeOf(headers["content-type"]);
  const content = answer.content.get(type);
  if (content === undefined) {
    const message = `the answer is ${type === "" ? "without a Content-Type" : type}; declared is ${[...answer.content.keys()].join(" or ")}`;
    return [violation("undeclared-response-type", "header.content-type", message)];
  }
  if ("omitted" in body)
    return [violation("unchecked-response-body", "body", `the answer was not checked: ${body.omitted}`)];
  if (!isJsonType(type)) return [];
  if (!("json" in body))
    return [violation("malformed-response-body", "body", "the answer is not the JSON it says it is")];
  return checkValue(document, content.schema, body.json);
}

function checkValue(document: ApiDocument, schema: Json, value: Json): Violation[] {
  const invalid = problemsByPlace(document, schema, value);
  // The same property in each item of a list is said once.
  const unknown = new Set(undeclaredProperties(document.json, schema, value).map(withoutIndexes));
  return [
    ...invalid.map(([at, message]) => violation("invalid-response-body", at, message)),
    ...[...unknown].map((at) => {
      return violation("unknown-response-property", `body ${at}`, `${document.version} does not declare ${at}`);
    }),
  ];
}

/** `/documents/0/id` with a star in place of each index. */
export function withoutIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

function undeclaredStatus(operation: Operation, { status, body }: CheckedResponse): Violation {
  const declared = [...operation.answers.keys()].join(", ");
  const reason = reasonOf(body !== undefined && "json" in body ? body.json : null);
  return violation("undeclared-status", "status", `${operation.name} declares ${declared}, not ${status}${reason}`);
}

/** Why a server refused, if it says so: Prism and others do in the fields of `application/problem+json`. */
function reasonOf(body: Json): string {
  if (!isObject(body)) return "";
  const details = isArray(body["validation"]) ? body["validation"] : [body];
  const texts = details.flatMap((entry) => (isObject(entry) ? (entry["message"] ?? entry["detail"] ?? []) : []));
  const said = texts.filter((text) => typeof text === "string" && text !== "").join("; ");
  return said === "" ? "" : `: ${said.length > 300 ? `${said.slice(0, 300)}…` : said}`;
}

function checkMockHeader({ headers }: CheckedResponse): Violation[] {
  const text = headers["sl-violations"];
  if (text === undefined) return [];
  return [violation("mock-violation", "header.sl-violations", `Prism reports: ${mockMessages(text)}`)];
}

function mockMessages(text: string): string {
  try {
    const entries: unknown = JSON.parse(text);
    if (!Array.isArray(entries)) return text;
    const lines = entries.map((entry: unknown) => {
      if (!isObject(entry)) return JSON.stringify(entry);
      const place = isArray(entry["location"]) ? entry["location"].join(".") : "";
      return `${place}: ${String(entry["message"] ?? "")}`;
    });
    return [...new Set(lines)].join("; ");
  } catch {
    return text;
  }
}
