import {
  type ApiResponse,
  findResponse,
  isArray,
  isJsonType,
  isObject,
  type Json,
  toMediaType,
} from "@nectar-sdk/openapi/document";
import { findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { listProblemsByPlace } from "./check-body.ts";
import type { CheckedResponse } from "./exchange.ts";
import { assignOperation, createViolation, type Violation } from "./violation.ts";

/** Lists everything that is wrong with the response of an operation. Never throws. */
export function checkResponse(document: ApiDocument, operation: Operation, response: CheckedResponse): Violation[] {
  const declared = findResponse(operation, response.status);
  const found =
    declared === undefined
      ? [reportUndeclaredStatus(operation, response)]
      : checkDeclaredResponse(document, declared, response);
  return assignOperation([...checkMockHeader(response), ...found], operation.name);
}

function checkDeclaredResponse(
  document: ApiDocument,
  declared: ApiResponse,
  { status, headers, body }: CheckedResponse,
): Violation[] {
  if (declared.content.size === 0 || [204, 205, 304].includes(status)) {
    if (body === undefined) return [];
    return [
      createViolation("unexpected-response-body", "body", `a response with status ${status} must not have a body`),
    ];
  }
  if (body === undefined)
    return [createViolation("missing-response-body", "body", `the response with status ${status} has no body`)];
  const type = toMediaType(headers["content-type"]);
  const content = declared.content.get(type);
  if (content === undefined) {
    const message = `the response ${type === "" ? "has no Content-Type" : `is ${type}`}; expected ${[...declared.content.keys()].join(" or ")}`;
    return [createViolation("undeclared-response-type", "header.content-type", message)];
  }
  if ("omitted" in body)
    return [createViolation("unchecked-response-body", "body", `the response was not checked: ${body.omitted}`)];
  if (!isJsonType(type)) return [];
  if (!("json" in body))
    return [
      createViolation(
        "malformed-response-body",
        "body",
        "the response is not valid JSON, although its Content-Type declares JSON",
      ),
    ];
  return checkResponseValue(document, content.schema, body.json);
}

function checkResponseValue(document: ApiDocument, schema: Json, value: Json): Violation[] {
  const invalid = listProblemsByPlace(document, schema, value);
  // Reports a property once, not for each item of a list.
  const unknown = new Set(findUndeclaredProperties(document.json, schema, value).map(maskIndexes));
  return [
    ...invalid.map(([at, message]) => createViolation("invalid-response-body", at, message)),
    ...[...unknown].map((at) => {
      return createViolation("unknown-response-property", `body ${at}`, `${document.version} does not declare ${at}`);
    }),
  ];
}

/** Replaces each index of a JSON pointer by a star. */
export function maskIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

function reportUndeclaredStatus(operation: Operation, { status, body }: CheckedResponse): Violation {
  const declared = [...operation.responses.keys()].join(", ");
  const reason = readReason(body !== undefined && "json" in body ? body.json : null);
  return createViolation(
    "undeclared-status",
    "status",
    `${operation.name} declares ${declared}, not ${status}${reason}`,
  );
}

/** Reads why a server refused a request: Prism and others use the fields of `application/problem+json`. */
function readReason(body: Json): string {
  if (!isObject(body)) return "";
  const details = isArray(body["validation"]) ? body["validation"] : [body];
  const texts = details.flatMap((entry) => (isObject(entry) ? (entry["message"] ?? entry["detail"] ?? []) : []));
  const said = texts.filter((text) => typeof text === "string" && text !== "").join("; ");
  return said === "" ? "" : `: ${said.length > 300 ? `${said.slice(0, 300)}…` : said}`;
}

function checkMockHeader({ headers }: CheckedResponse): Violation[] {
  const text = headers["sl-violations"];
  if (text === undefined) return [];
  return [createViolation("mock-violation", "header.sl-violations", `Prism reports: ${readMockMessages(text)}`)];
}

function readMockMessages(text: string): string {
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
