import { arrayIn, type JsonObject, objectIn, stringIn, valueAt } from "../document/json.ts";
import { findNearest } from "../document/nearest.ts";
import { toOperationKey } from "../document/path-template.ts";
import { METHODS } from "../document/read-api.ts";
import { type Located, locate } from "./json-path.ts";
import type { ShortForm, ShortPart } from "./short-form.ts";

/** The places that a short form means in a document, or the reason why there is none. */
export type FoundPlaces =
  | { readonly kind: "places"; readonly places: readonly Located["path"][] }
  /** The document lacks the operation or the part; `nearest` is the candidate that is most alike. */
  | { readonly kind: "absent"; readonly what: "operation" | "part"; readonly nearest: string | undefined };

interface PlacedOperation {
  /** `GET /company/{}`, or the event of a webhook. */
  readonly key: string;
  /** The path template of its document. */
  readonly path: string;
  /** The path item around it. */
  readonly item: Located;
  readonly operation: Located;
}

/** Finds the places of a short form, each once, at the target of its references. */
export function findPlaces(document: JsonObject, form: ShortForm): FoundPlaces {
  const all = listOperations(document, form.section);
  const operations = all.filter(({ key }) => form.operations.includes("*") || form.operations.includes(key));
  if (operations.length === 0) {
    const nearest = findNearest(
      form.operations[0] ?? "",
      all.map(({ key }) => key),
    );
    return { kind: "absent", what: "operation", nearest };
  }
  const parts = operations.flatMap((operation) => findParts(document, operation, form.part));
  const places = form.mediaType === undefined ? parts : findMedia(document, parts, form.mediaType);
  if (places.length === 0) {
    const candidates = operations.flatMap((operation) => listCandidates(document, operation, form.part));
    return { kind: "absent", what: "part", nearest: parts.length > 0 ? listMedia(parts) : describe(candidates) };
  }
  const distinct = new Map(places.map(({ path }) => [JSON.stringify(path), path]));
  return { kind: "places", places: [...distinct.values()] };
}

function listOperations(document: JsonObject, section: ShortForm["section"]): PlacedOperation[] {
  return Object.keys(objectIn(document, section)).flatMap((path) => {
    const item = locate(document, [section, path]);
    return METHODS.filter((method) => valueAt(item.object, method) !== undefined).map((method) => {
      const key = section === "webhooks" ? path : toOperationKey(method, path);
      return { key, path, item, operation: locate(document, [...item.path, method]) };
    });
  });
}

function findParts(document: JsonObject, placed: PlacedOperation, part: ShortPart | undefined): Located[] {
  const { operation } = placed;
  if (part === undefined) return [operation];
  if (part.kind === "body") {
    return valueAt(operation.object, "requestBody") === undefined
      ? []
      : [locate(document, [...operation.path, "requestBody"])];
  }
  if (part.kind === "answer") {
    return Object.keys(objectIn(operation.object, "responses"))
      .filter((status) => status === part.status || isInClass(status, part.status))
      .map((status) => locate(document, [...operation.path, "responses", status]));
  }
  const wanted = part.kind === "segment" ? readNameAfter(placed.path, part.after) : part.name;
  const place = part.kind === "segment" ? "path" : part.in;
  return listParameters(document, placed).filter(
    ({ object }) => stringIn(object, "name") === wanted && (place === undefined || stringIn(object, "in") === place),
  );
}

function listParameters(document: JsonObject, { item, operation }: PlacedOperation): Located[] {
  return [item, operation].flatMap(({ object, path }) =>
    arrayIn(object, "parameters").map((_, index) => locate(document, [...path, "parameters", index])),
  );
}

/** The name of the path parameter behind a literal segment; `undefined` if there is none. */
function readNameAfter(path: string, segment: string): string | undefined {
  const segments = path.split("/");
  const name = segments.find((_, index) => segments[index - 1] === segment);
  return /^\{(.+)\}$/.exec(name ?? "")?.[1];
}

function isInClass(status: string, wanted: string): boolean {
  return wanted.endsWith("XX") && status.startsWith(wanted.charAt(0));
}

/** The media type objects of messages that have it, its parameters aside. */
function findMedia(document: JsonObject, messages: readonly Located[], mediaType: string): Located[] {
  return messages.flatMap(({ object, path }) =>
    Object.keys(objectIn(object, "content"))
      .filter((type) => type.split(";", 1).join("").trim().toLowerCase() === mediaType)
      .map((type) => locate(document, [...path, "content", type])),
  );
}

function listCandidates(document: JsonObject, placed: PlacedOperation, part: ShortPart | undefined): string[] {
  if (part?.kind === "answer") return Object.keys(objectIn(placed.operation.object, "responses"));
  if (part?.kind !== "parameter" && part?.kind !== "segment") return [];
  return listParameters(document, placed).map(({ object }) => stringIn(object, "name") ?? "");
}

function listMedia(messages: readonly Located[]): string | undefined {
  return describe(messages.flatMap(({ object }) => Object.keys(objectIn(object, "content"))));
}

function describe(candidates: readonly string[]): string | undefined {
  return candidates.length === 0 ? undefined : [...new Set(candidates)].join(", ");
}
