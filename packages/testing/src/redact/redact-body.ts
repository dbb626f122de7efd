import { isObject, type Json } from "@nectar-sdk/openapi/document";
import { walkProperties } from "@nectar-sdk/openapi/schema";
import { coerce } from "../check/coerce.ts";
import type { CapturedBody, FilePart, TextPart } from "../check/exchange.ts";
import { REDACTED } from "../secrets/known-secrets.ts";
import { hasDuplicateNames, readStringValues } from "../shared/duplicate-names.ts";
import { canContainSecrets, type Redaction, redactJson } from "./redact-json.ts";
import { redactText } from "./redact-text.ts";

/** Declared schema of a body; `undefined` when the request matches no operation. */
export type BodySchema = Json | undefined;

/** Replaces the secrets of a body. Omits an unreadable body that may contain secrets. */
export function redactBody(redaction: Redaction, schema: BodySchema, body: CapturedBody): CapturedBody {
  if ("json" in body) return { json: redactJson(redaction, schema ?? true, body.json) };
  if ("text" in body) return redactWhole(redaction, schema, body.text);
  if ("form" in body)
    return {
      form: body.form.map(({ name, value }) => ({ name, value: redactField(redaction, schema ?? true, name, value) })),
    };
  if ("parts" in body) return { parts: body.parts.map((part) => redactPart(redaction, schema ?? true, part)) };
  if ("base64" in body && isUnsafe(redaction, schema)) return UNREADABLE;
  return body;
}

const UNREADABLE: CapturedBody = { omitted: "it could not be read, and may contain secrets" };

function redactWhole(redaction: Redaction, schema: BodySchema, text: string): CapturedBody {
  const json = parseJson(text);
  if (json !== undefined && hasDuplicateNames(text, json)) {
    learnAllValues(redaction, text);
    return { omitted: "it has a duplicate property, and may contain secrets" };
  }
  if (json !== undefined) {
    const redacted = redactJson(redaction, schema ?? true, json);
    const [before, after] = [JSON.stringify(json), JSON.stringify(redacted)];
    return { text: before === after ? text : after };
  }
  if (isUnsafe(redaction, schema)) return UNREADABLE;
  return { text: redactText(redaction.rule, text, (secret) => redaction.onSecret(secret, "credential")) };
}

/** The schema does not say which of several values under one name is meant. */
function learnAllValues(redaction: Redaction, text: string): void {
  for (const value of readStringValues(text)) redaction.onSecret(value, "credential");
}

function isUnsafe(redaction: Redaction, schema: BodySchema): boolean {
  if (redaction.isRefusal) return false;
  return schema === undefined || canContainSecrets(redaction, schema);
}

function redactPart(redaction: Redaction, schema: Json, part: TextPart | FilePart): TextPart | FilePart {
  if ("text" in part) return { name: part.name, text: redactField(redaction, schema, part.name, part.text) };
  const { fileName, contentType, size, base64 } = part.file;
  const isSecret = redaction.rule.personal || redaction.rule.classifyName(part.name) === "credential";
  const kept = base64 === undefined || isSecret ? {} : { base64 };
  return {
    name: part.name,
    file: { fileName: isSecret ? redactFileName(fileName) : fileName, contentType, size, ...kept },
  };
}

/** Keeps the extension. */
function redactFileName(fileName: string): string {
  return `redacted${/\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0] ?? ""}`;
}

/** A form field is always text, and may contain JSON. */
function redactField(redaction: Redaction, schema: Json, name: string, text: string): string {
  const { json } = redaction.document;
  const whole = parseJson(text);
  if (whole !== undefined && hasDuplicateNames(text, whole)) {
    learnAllValues(redaction, text);
    return REDACTED;
  }
  const [property] = walkProperties(json, schema, { [name]: null });
  const value = whole ?? coerce(json, property?.schemas[0] ?? true, text);
  const object = redactJson(redaction, schema, { [name]: value });
  const redacted = isObject(object) ? (object[name] ?? null) : object;
  if (JSON.stringify(redacted) === JSON.stringify(value)) return text;
  return typeof redacted === "string" ? redacted : JSON.stringify(redacted);
}

/** Parses only objects and lists; `7` and `true` stay text. */
function parseJson(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
