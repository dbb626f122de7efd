import {
  type ApiOperation,
  chooseMediaType,
  type Json,
  type JsonObject,
  type ResponseEntry,
  selectFailures,
  selectSuccesses,
  toResponseKind,
} from "@nectar-sdk/openapi/document";
import type { OperationTypeNames, TypeNames } from "../names/type-names.ts";
import type { DocumentedResponse, Operation, Page, Success } from "./api.ts";
import { isPageEnvelope, readEnvelope } from "./page-envelope.ts";
import { namedType, referencedType } from "./type-text.ts";

/** Reads the responses of an operation, for success and failure. */
export function readResponses(
  document: JsonObject,
  operation: ApiOperation,
  own: OperationTypeNames,
  types: TypeNames,
): Pick<Operation, "success" | "failures" | "page"> {
  const successes = selectSuccesses(operation);
  return {
    success: readSuccess(successes, own, types),
    failures: selectFailures(operation).map(toDocumented),
    page: operation.method === "get" ? readPage(document, successes, own, types) : undefined,
  };
}

function readSuccess(successes: readonly ResponseEntry[], own: OperationTypeNames, types: TypeNames): Success {
  const responses = successes.map(toDocumented);
  const [first, ...others] = responses.filter(({ mediaType }) => mediaType !== undefined);
  if (first?.mediaType === undefined) return { responses, kind: "none", type: { text: "void", names: [] } };
  const kind = toResponseKind(first.mediaType);
  // A single JSON response takes the name of its schema; several form a union under a separate name.
  const isSingle = others.length === 0 && responses.length === 1 && kind === "json";
  const type = isSingle ? referencedType(readSchema(successes[0]), types) : undefined;
  return { responses, kind, type: type ?? namedType(own.response) };
}

function readPage(
  document: JsonObject,
  [success]: readonly ResponseEntry[],
  own: OperationTypeNames,
  types: TypeNames,
): Page | undefined {
  const schema = readSchema(success);
  if (schema === undefined) return undefined;
  const envelope = readEnvelope(document, schema);
  const [array] = envelope.arrays;
  const [total] = envelope.totals;
  if (!isPageEnvelope(envelope) || array === undefined || total === undefined) return undefined;
  const pageType = referencedType(schema, types) ?? namedType(own.response);
  const list = `${pageType.text}[${JSON.stringify(array.key)}]`;
  const itemText = `${array.required ? list : `NonNullable<${list}>`}[number]`;
  const itemType = referencedType(array.items, types) ?? { text: itemText, names: pageType.names };
  return { items: array.key, total, itemType, pageType };
}

/** Reads the schema of the media type that a client requests. */
export function readSchema(entry: ResponseEntry | undefined): Json | undefined {
  const content = entry?.[1].content;
  return content?.get(chooseMediaType(content.keys()) ?? "")?.schema;
}

function toDocumented([status, { content }]: ResponseEntry): DocumentedResponse {
  return { status, mediaType: chooseMediaType(content.keys()) };
}
