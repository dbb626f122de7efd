import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { toOperationKey } from "../document/path-template.ts";
import { METHODS } from "../document/read-api.ts";
import { OverlayError } from "./overlay-error.ts";

/** The place of an action without names that upstream chooses: component names, operationIds and names of path parameters. */
export interface ShortForm {
  /** Operation keys such as `GET /company/{}`, or `*` for every operation; of webhooks, their events. */
  readonly operations: readonly string[];
  readonly section: "paths" | "webhooks";
  /** The part of the operation; the operation itself when absent. */
  readonly part: ShortPart | undefined;
  /** Media type of the part. */
  readonly mediaType: string | undefined;
  /** RFC 9535 segments below the place, such as `.schema`; else empty. */
  readonly below: string;
}

export type ShortPart =
  | { readonly kind: "body" }
  /** `200`, `2XX` for all of a class, or `default`. */
  | { readonly kind: "answer"; readonly status: string }
  | { readonly kind: "parameter"; readonly name: string; readonly in: string | undefined }
  /** The path parameter behind a literal segment: that of `/company/{}` is after `company`. */
  | { readonly kind: "segment"; readonly after: string };

const FIELDS = ["x-operation", "x-webhook", "x-answer", "x-body", "x-parameter", "x-media", "x-at"] as const;
const PARTS = ["x-answer", "x-body", "x-parameter"] as const;

/**
 * Reads the short form of an action; `undefined` for an action with a plain `target`.
 *
 * @throws {OverlayError} naming the field that is not valid
 */
export function readShortForm(action: JsonObject, where: string): ShortForm | undefined {
  const used = FIELDS.filter((field) => action[field] !== undefined);
  if (used.length === 0) return undefined;
  const [beginning, other] = ["x-operation", "x-webhook"].filter((field) => action[field] !== undefined);
  if (beginning === undefined) throw new OverlayError(`${where}: ${used[0]} needs x-operation or x-webhook beside it`);
  const target = action["target"] === undefined ? undefined : "target";
  const second = PARTS.filter((field) => action[field] !== undefined)[1];
  const extra = other ?? target ?? second;
  if (extra !== undefined) throw new OverlayError(`${where}: ${extra} and ${used[0]} exclude each other; remove one`);
  const isWebhook = beginning === "x-webhook";
  return {
    operations: readTexts(action, beginning, where).map((text) => (isWebhook ? text : readKey(text, where))),
    section: isWebhook ? "webhooks" : "paths",
    part: readPart(action, where),
    mediaType: readText(action, "x-media", where),
    below: readBelow(action, where),
  };
}

/** Tells whether a field of an action belongs to its short form. */
export function isShortField(field: string): boolean {
  return FIELDS.some((known) => known === field);
}

/** Describes the place in messages: `GET /company, x-answer 200`. */
export function describeShortForm(action: JsonObject): string {
  const parts = FIELDS.filter((field) => action[field] !== undefined).map((field) => {
    const value = action[field];
    return `${field} ${typeof value === "string" ? value : JSON.stringify(value)}`;
  });
  return parts.join(", ");
}

function readPart(action: JsonObject, where: string): ShortPart | undefined {
  const { "x-answer": answer, "x-body": body, "x-parameter": parameter } = action;
  if (answer !== undefined) {
    const status = String(answer);
    if (/^([1-5](\d\d|XX)|default)$/.test(status)) return { kind: "answer", status };
    throw new OverlayError(`${where}: x-answer must be a status such as 200, 2XX or default`);
  }
  if (body !== undefined) {
    if (body === true) return { kind: "body" };
    throw new OverlayError(`${where}: x-body must be true`);
  }
  if (parameter === undefined) return undefined;
  if (typeof parameter === "string") return { kind: "parameter", name: parameter, in: undefined };
  const { in: place, name, after } = isObject(parameter) ? parameter : {};
  if (typeof name === "string" && typeof place === "string") return { kind: "parameter", name, in: place };
  if (typeof after === "string" && name === undefined) return { kind: "segment", after };
  throw new OverlayError(`${where}: x-parameter must be a name, { in: query, name: page } or { after: company }`);
}

function readKey(text: string, where: string): string {
  if (text === "*") return text;
  const [, method = "", path = ""] = /^([a-z]+) (\/.*)$/is.exec(text) ?? [];
  if (METHODS.some((known) => known === method.toLowerCase())) return toOperationKey(method, path);
  throw new OverlayError(`${where}: x-operation must be a method and a path such as GET /company/{}, or "*"`);
}

function readBelow(action: JsonObject, where: string): string {
  const below = readText(action, "x-at", where) ?? "";
  if (below === "" || /^[.[]/.test(below)) return below;
  throw new OverlayError(`${where}: x-at must begin with a dot or a bracket, such as .schema`);
}

function readText(action: JsonObject, field: string, where: string): string | undefined {
  const value = action[field];
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  throw new OverlayError(`${where}: ${field} must be a string`);
}

function readTexts(action: JsonObject, field: string, where: string): string[] {
  const value: Json | undefined = action[field];
  const texts = isArray(value) ? value : [value];
  const strings = texts.filter((text) => typeof text === "string" && text !== "");
  if (strings.length === texts.length && texts.length > 0) return strings.map(String);
  throw new OverlayError(`${where}: ${field} must be a string or a list of strings`);
}
