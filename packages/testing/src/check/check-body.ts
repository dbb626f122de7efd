import { type ApiBody, groupBy, isJsonType, type Json, suggest, toMediaType } from "@nectar-sdk/openapi/document";
import { listSchemaParts, walkProperties } from "@nectar-sdk/openapi/schema";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { CapturedBody, CheckedRequest } from "./exchange.ts";
import { parseFormValue } from "./parse-form-value.ts";
import { createViolation, type Violation } from "./violation.ts";

/** Checks the body of a request. */
export function checkBody(document: ApiDocument, operation: Operation, request: CheckedRequest): Violation[] {
  const { body, headers } = request;
  const declared = operation.body;
  if (body === undefined) {
    if (declared?.required !== true) return [];
    return [createViolation("missing-body", "body", `${operation.name} needs a body: ${listMediaTypes(declared)}`)];
  }
  if (declared === undefined)
    return [
      createViolation(
        "unexpected-body",
        "body",
        `${operation.method} ${operation.path} does not accept a body: leave it out`,
      ),
    ];
  const type = toMediaType(headers["content-type"]);
  const at = "header.content-type";
  if (type === "")
    return [
      createViolation("missing-content-type", at, `the body has no Content-Type: send ${listMediaTypes(declared)}`),
    ];
  const content = declared.content.get(type);
  if (content === undefined)
    return [
      createViolation("wrong-content-type", at, `${operation.name} takes ${listMediaTypes(declared)}, not ${type}`),
    ];
  return checkContent(document, content.schema, type, body);
}

function checkContent(document: ApiDocument, schema: Json, type: string, body: CapturedBody): Violation[] {
  if ("omitted" in body)
    return [createViolation("unchecked-body", "body", `the body was not checked: ${body.omitted}`)];
  if ("json" in body && isJsonType(type)) return checkBodyValue(document, schema, body.json);
  const parts =
    "parts" in body
      ? body.parts
      : "form" in body
        ? body.form.map(({ name, value }) => ({ name, text: value }))
        : undefined;
  if (parts !== undefined && !isJsonType(type)) {
    const { value, violations } = parseFormValue(document.json, schema, parts);
    return violations.length > 0 ? [...violations] : checkBodyValue(document, schema, value);
  }
  const message = `the body is not valid ${type}: send what its Content-Type says`;
  return [createViolation("malformed-body", "body", message)];
}

function checkBodyValue(document: ApiDocument, schema: Json, value: Json): Violation[] {
  const properties = walkProperties(document.json, schema, value);
  const readOnly = properties.filter(({ schemas }) => schemas.some((part) => isReadOnly(document, part)));
  const unknown = properties.filter(({ schemas, isFreeForm }) => schemas.length === 0 && !isFreeForm);
  return [
    ...listProblemsByPlace(document, schema, value).map(([at, message]) =>
      createViolation("invalid-body", at, message),
    ),
    ...unknown.map(({ at, name, declaredNames }) => {
      const cure = suggest(name, declaredNames) || ": leave it out";
      return createViolation("unknown-body-property", `body ${at}`, `${name} is not a property of this body${cure}`);
    }),
    ...readOnly.map(({ at, name }) => {
      return createViolation("read-only-body-property", `body ${at}`, `${name} is read-only: leave it out`);
    }),
  ];
}

/** Validates a value and lists one message per place. */
export function listProblemsByPlace(document: ApiDocument, schema: Json, value: Json): [at: string, message: string][] {
  const groups = groupBy(document.validate(schema, value), ({ at }) => at);
  return [...groups].map(([at, problems]) => {
    const what = problems.map(({ message }) => message).join(" and ");
    return [`body ${at}`.trim(), `${at === "" ? "the body" : at} ${what}`];
  });
}

function isReadOnly(document: ApiDocument, schema: Json): boolean {
  return listSchemaParts(document.json, schema).some((part) => part["readOnly"] === true);
}

function listMediaTypes({ content }: ApiBody): string {
  return [...content.keys()].join(" or ");
}
