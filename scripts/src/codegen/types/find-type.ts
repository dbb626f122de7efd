import {
  type ApiDescription,
  type ApiOperation,
  arrayIn,
  chooseMediaType,
  isObject,
  type Json,
  type JsonObject,
  readProperties,
  readSchemaName,
  readTypes,
  resolve,
  selectFailures,
  selectSuccesses,
} from "@nectar-sdk/openapi/document";
import { isPageEnvelope, readEnvelope } from "../model/page-envelope.ts";
import { readSchema } from "../model/read-responses.ts";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import type { OperationTypeNames } from "../names/type-names.ts";
import { formatTypeSource, type TypeSource } from "./type-source.ts";

/** A declaration that a type is, or is a part of. */
export type Declaration =
  | { readonly kind: "schema"; readonly schema: string }
  | { readonly kind: "operation"; readonly id: string; readonly part: keyof OperationTypeNames }
  | { readonly kind: "event"; readonly event: string };

/** A type in a document: a declaration, or a part of one that the document describes in place. */
export interface FoundType {
  readonly declaration: Declaration;
  /** Steps from the declaration; `[]` stands for the items of an array. */
  readonly steps: readonly string[];
}

/** A type with its schema, or with the schemas of its members. */
export interface Place extends FoundType {
  readonly schema?: Json | undefined;
  readonly members?: ReadonlyMap<string, Json | undefined> | undefined;
}

/** A document with the names of its operations. */
export interface NamedDocument {
  readonly document: JsonObject;
  readonly api: ApiDescription;
  readonly names: CallNames;
}

/** Finds a type in a document; the reason if it has none. */
export function findType(named: NamedDocument, source: TypeSource): Place | { readonly absent: string } {
  const start = findStart(named, source);
  if (start === undefined) return { absent: `it has no ${formatTypeSource({ ...source, path: [] })}` };
  let place = start;
  for (const step of source.path) {
    const next = takeStep(named.document, place, step);
    if (next === undefined) return { absent: `"${step}" does not exist` };
    place = next;
  }
  return place;
}

/** Goes to a member of a type, or to the items of an array. */
export function takeStep(document: JsonObject, place: Place, step: string): Place | undefined {
  const { schema, members, declaration, steps } = place;
  const node = resolve(document, schema);
  const items = readTypes(node).includes("array") ? node["items"] : undefined;
  const next = step === "[]" ? items : (members ?? listMembers(document, schema)).get(step);
  return next === undefined ? undefined : settle({ declaration, steps: [...steps, step], schema: next });
}

/** Lists the members of an object type. */
export function listMembers(document: JsonObject, schema: Json | undefined): ReadonlyMap<string, Json> {
  return schema === undefined ? new Map() : readProperties(document, schema);
}

function findStart({ document, api, names }: NamedDocument, { kind, of }: TypeSource): Place | undefined {
  if (kind === "payload") {
    const webhook = api.webhooks.find(({ path }) => path === of);
    const schema = webhook === undefined ? undefined : readBodySchema(webhook);
    return schema === undefined ? undefined : settle({ declaration: { kind: "event", event: of }, steps: [], schema });
  }
  const operation = api.operations.find(({ id = "" }) => {
    const name = names.get(id);
    return name !== undefined && formatCallName(name) === of;
  });
  if (operation?.id === undefined) return undefined;
  const { id } = operation;
  const at = (part: keyof OperationTypeNames, found: Pick<Place, "schema" | "members">): Place =>
    settle({ declaration: { kind: "operation", id, part }, steps: [], ...found });
  if (kind === "query") {
    const query = operation.parameters.filter((parameter) => parameter.in === "query");
    return query.length === 0
      ? undefined
      : at("query", { members: new Map(query.map(({ name, schema }) => [name, schema])) });
  }
  if (kind === "errors") {
    const failures = selectFailures(operation);
    return failures.length === 0
      ? undefined
      : at("errors", { members: new Map(failures.map((failure) => [failure[0], readSchema(failure)])) });
  }
  const schema = kind === "body" ? readBodySchema(operation) : readSchema(selectSuccesses(operation)[0]);
  if (schema === undefined) return undefined;
  const place = at(kind === "body" ? "body" : "response", { schema });
  if (kind === "response" || kind === "body") return place;
  const envelope = readEnvelope(document, schema);
  if (kind === "page") return isPageEnvelope(envelope) ? place : undefined;
  // An unpaginated list has its items in place.
  if (!isPageEnvelope(envelope)) return takeStep(document, place, "[]");
  const [array, ...others] = envelope.arrays;
  const list = array === undefined || others.length > 0 ? undefined : takeStep(document, place, array.key);
  return list === undefined ? undefined : takeStep(document, list, "[]");
}

function readBodySchema({ body }: ApiOperation): Json | undefined {
  const mediaType = chooseMediaType(body?.content.keys() ?? []);
  return mediaType === undefined ? undefined : body?.content.get(mediaType)?.schema;
}

/** Leaves `null` out, and continues from the declaration of a component schema. */
function settle(place: Place): Place {
  const { schema } = place;
  const name = readSchemaName(schema);
  if (name !== undefined) return { declaration: { kind: "schema", schema: name }, steps: [], schema };
  if (!isObject(schema)) return place;
  const variants = [...arrayIn(schema, "anyOf"), ...arrayIn(schema, "oneOf")];
  const [only, ...others] = variants.filter((variant) => !isObject(variant) || variant["type"] !== "null");
  return only === undefined || others.length > 0 ? place : settle({ ...place, schema: only });
}
