import { isArray, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { listSchemaParts } from "@nectar-sdk/openapi/schema";
import type { ApiDocument } from "../document/read-document.ts";
import type { SecretKind } from "./secret-names.ts";

const TEXT = "redacted";
/** Replaces a link. */
export const STAND_IN_LINK = "https://redacted.invalid/";
const EMAIL = "redacted@redacted.invalid";

/** Strings that replace secrets; almost every schema accepts one of them. */
export const STAND_INS: readonly string[] = [
  TEXT,
  STAND_IN_LINK,
  EMAIL,
  "00000000-0000-4000-8000-000000000000",
  "2000-01-01",
  "2000-01-01T00:00:00Z",
  "000000",
];

/**
 * Chooses a value that replaces a secret and follows its schema, so that the recording can be checked and replayed.
 *
 * @param schemas declared schemas of the value; empty when the document declares none
 */
export function chooseStandIn<Value extends string | number>(
  { json, validate }: ApiDocument,
  schemas: readonly Json[],
  secret: Value,
  kind: SecretKind,
): string | number {
  const parts = schemas.flatMap((schema) => listSchemaParts(json, schema));
  const candidates =
    typeof secret === "number" ? listNumbers(parts) : [preferStandIn(secret, kind), ...listTexts(parts)];
  const follows = (value: Json) => (schema: Json) => validate(schema, value).length === 0;
  return (
    candidates.find((value) => schemas.every(follows(value))) ??
    candidates.find((value) => schemas.some(follows(value))) ??
    (typeof secret === "number" ? 0 : TEXT)
  );
}

function preferStandIn(secret: string, kind: SecretKind): string {
  if (kind === "link" || kind === "address" || isAddress(secret)) return STAND_IN_LINK;
  return kind === "personal" && secret.includes("@") ? EMAIL : TEXT;
}

/** Whether a string is an absolute URL. */
export function isAddress(text: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

function listTexts(parts: readonly JsonObject[]): string[] {
  const sizes = parts.flatMap(({ minLength, maxLength }) => [minLength, maxLength]).filter(isNumber);
  const resized = sizes.map((size) => TEXT.padEnd(size, ".").slice(0, size));
  return [...STAND_INS, ...resized, ...listDeclaredValues(parts).filter((value) => typeof value === "string")];
}

function listNumbers(parts: readonly JsonObject[]): number[] {
  const bounds = parts.flatMap(({ minimum, maximum }) => [minimum, maximum]);
  return [0, 1, ...[...bounds, ...listDeclaredValues(parts)].filter(isNumber)];
}

function listDeclaredValues(parts: readonly JsonObject[]): Json[] {
  return parts.flatMap((part) =>
    [part["const"] ?? null, listValues(part["enum"]), listValues(part["x-extensible-enum"])].flat(),
  );
}

function listValues(node: Json | undefined): readonly Json[] {
  return isArray(node) ? node : [];
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === "number";
}
