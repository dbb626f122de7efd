import { Buffer } from "node:buffer";
import { isArray, isJsonType, isObject, type Json, toMediaType } from "@nectar-sdk/openapi/document";
import type { CapturedBody } from "../check/exchange.ts";
import { hasDuplicateNames } from "../shared/duplicate-names.ts";
import { parseMultipart } from "./parse-multipart.ts";
import type { SeenBytes } from "./read-bytes.ts";

/** Deeper JSON is omitted, so that a server cannot exhaust the stack. */
const DEEPEST = 200;

/** Parses a body by its Content-Type; `undefined` when it is empty. */
export function parseBody({ bytes, cut }: SeenBytes, contentType: string | undefined): CapturedBody | undefined {
  const type = toMediaType(contentType);
  if (type === "multipart/form-data") {
    const parts = parseMultipart(bytes, contentType ?? "");
    if (parts !== undefined && (parts.length > 0 || cut === undefined)) return { parts };
  }
  if (cut !== undefined) return { omitted: cut };
  if (bytes.byteLength === 0) return undefined;
  const text = decodeUtf8(bytes);
  if (text === undefined) return { base64: Buffer.from(bytes).toString("base64") };
  if (type === "application/x-www-form-urlencoded")
    return { form: [...new URLSearchParams(text)].map(([name, value]) => ({ name, value })) };
  return isJsonType(type) || type === "" ? parseJsonOrText(text) : { text };
}

function parseJsonOrText(text: string): CapturedBody {
  try {
    const json: Json = JSON.parse(text);
    if (isDeep(json)) return { omitted: `it is nested deeper than ${DEEPEST} levels` };
    // The parsed value keeps only the last duplicate; the others may be secrets.
    return hasDuplicateNames(text, json) ? { text } : { json };
  } catch {
    return { text };
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Goes level by level, because recursion could exhaust the stack. */
function isDeep(json: Json): boolean {
  let level: Json[] = [json];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((value) => (isArray(value) ? [...value] : isObject(value) ? Object.values(value) : []));
  }
  return level.length > 0;
}
