import { Buffer } from "node:buffer";
import {
  type ApiContent,
  type ApiParameter,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  replacePathParameters,
} from "@nectar-sdk/openapi/document";
import { listSchemaParts, walkProperties } from "@nectar-sdk/openapi/schema";
import type { CapturedBody, FilePart, TextPart } from "../check/exchange.ts";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { RecordedRequest } from "../recording/recording.ts";

/** Creates a request from the examples of an operation. */
export function createExampleRequest(document: ApiDocument, operation: Operation): RecordedRequest {
  const { method, path, parameters } = operation;
  const filled = replacePathParameters(path, (name) => {
    const example = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.example;
    // Without an example, any text will do: the server decides.
    return encodeURIComponent(String(example ?? name));
  });
  const search = parameters.flatMap((parameter) => (parameter.in === "query" ? formatQuery(parameter) : [])).join("&");
  const body = createExampleBody(document, operation);
  return {
    method,
    path: search === "" ? filled : `${filled}?${search}`,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": body.type }) },
    ...(body === undefined ? {} : { body: body.body }),
  };
}

/** Formats the example of a query parameter as the document says: a list as repeated keys, or as one value with commas. */
function formatQuery({ name, example, isRepeated }: ApiParameter): string[] {
  if (example === undefined) return [];
  const items = (isArray(example) ? example : [example]).map((item) => encodeURIComponent(String(item)));
  const values = isRepeated || items.length === 0 ? items : [items.join(",")];
  return values.map((text) => `${encodeURIComponent(name)}=${text}`);
}

function createExampleBody(
  document: ApiDocument,
  operation: Operation,
): { type: string; body: CapturedBody } | undefined {
  for (const [type, content] of operation.body?.content ?? []) {
    const [example] = content.examples.values();
    if (example !== undefined) return { type, body: encodeBody(document, type, content, example) };
  }
  return undefined;
}

/** Encodes a value as a body of a media type. */
export function encodeBody(document: ApiDocument, type: string, content: ApiContent, value: Json): CapturedBody {
  const parts = isObject(value) ? toParts(document.json, content.schema, value) : [];
  if (type === "multipart/form-data") return { parts };
  if (type !== "application/x-www-form-urlencoded") return { json: value };
  return { form: parts.flatMap((part) => ("text" in part ? [{ name: part.name, value: part.text }] : [])) };
}

function toParts(document: JsonObject, schema: Json, value: JsonObject): (TextPart | FilePart)[] {
  return Object.entries(value).flatMap(([name, field]) => {
    const [property] = walkProperties(document, schema, { [name]: null });
    const schemas = (property?.schemas ?? []).flatMap((declared) => listSchemaParts(document, declared));
    const isFile = schemas.some(({ format }) => format === "binary");
    const items = (isArray(field) ? field : [field]).filter((item) => item !== null);
    return items.map((item) => (isFile ? createExampleFile(name, String(item)) : { name, text: toText(item) }));
  });
}

/** Creates a file from the text of its example. */
function createExampleFile(name: string, text: string): FilePart {
  const bytes = Buffer.from(text);
  const file = { fileName: "example.pdf", contentType: "application/pdf", size: bytes.byteLength };
  return { name, file: { ...file, base64: bytes.toString("base64") } };
}

function toText(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
