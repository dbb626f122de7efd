import { compile } from "json-p3";
import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { OverlayError } from "./overlay-error.ts";

/** An Overlay 1.0 document (https://spec.openapis.org/overlay/v1.0.0.html), checked. */
export interface Overlay {
  /** Name of its file, for messages. */
  readonly name: string;
  readonly title: string;
  /** API versions that it applies to (`x-applies-to`); all when absent. */
  readonly appliesTo?: readonly string[];
  readonly actions: readonly OverlayAction[];
}

export type OverlayAction = UpdateAction | RemoveAction;

export interface UpdateAction {
  readonly kind: "update";
  /** RFC 9535 JSONPath. */
  readonly target: string;
  readonly value: Json;
}

export interface RemoveAction {
  readonly kind: "remove";
  /** RFC 9535 JSONPath. */
  readonly target: string;
}

const ROOT_FIELDS = ["overlay", "info", "extends", "actions"];
const INFO_FIELDS = ["title", "version"];
const ACTION_FIELDS = ["target", "description", "update", "remove"];

/**
 * Checks a parsed overlay file. It is stricter than the specification in three points: it refuses unknown fields,
 * a target that is not valid JSONPath, and an action without an effect.
 *
 * @throws {OverlayError} naming the file and the field
 */
export function parseOverlay(value: unknown, name = "overlay"): Overlay {
  const root = requireObject(value, ROOT_FIELDS, name);
  const version = root["overlay"];
  if (typeof version !== "string" || !/^1\.0\.\d+$/.test(version)) {
    throw new OverlayError(`${name}: overlay must be "1.0.x", not ${JSON.stringify(version)}`);
  }
  const info = requireObject(root["info"], INFO_FIELDS, `${name}: info`);
  const title = requireText(info, "title", `${name}: info`);
  requireText(info, "version", `${name}: info`);
  if (root["extends"] !== undefined) checkExtends(requireText(root, "extends", name), name);
  const appliesTo = parseAppliesTo(root["x-applies-to"], name);
  const actions = parseActions(root["actions"], name);
  return appliesTo === undefined ? { name, title, actions } : { name, title, appliesTo, actions };
}

/** Overlays apply to the documents of `specs`, so a URL in `extends` would mislead readers. */
function checkExtends(target: string, name: string): void {
  if (!/^([a-z][a-z\d+.-]+:|\/)/i.test(target)) return;
  throw new OverlayError(
    `${name}: extends is the address ${target}; remove it, overlays apply to the documents of specs`,
  );
}

function parseActions(value: unknown, name: string): OverlayAction[] {
  if (!isArray(value) || value.length === 0) throw new OverlayError(`${name}: actions must be a list of at least one`);
  const seen = new Map<string, number>();
  return value.map((action, index) => {
    const text = JSON.stringify(action);
    const twin = seen.get(text);
    if (twin !== undefined) throw new OverlayError(`${name}: actions[${index}] repeats actions[${twin}]`);
    seen.set(text, index);
    return parseAction(action, `${name}: actions[${index}]`);
  });
}

function parseAction(value: unknown, where: string): OverlayAction {
  const action = requireObject(value, ACTION_FIELDS, where);
  const target = requireText(action, "target", where);
  checkTarget(target, where);
  if (action["description"] !== undefined) requireText(action, "description", where);
  const { remove = false, update } = action;
  if (typeof remove !== "boolean") throw new OverlayError(`${where}: remove must be true or false`);
  // The specification lets `remove: true` win over an update.
  if (remove) return { kind: "remove", target };
  if (update === undefined) throw new OverlayError(`${where}: neither update nor remove`);
  return { kind: "update", target, value: update };
}

function checkTarget(target: string, where: string): void {
  try {
    compile(target);
  } catch (cause) {
    throw new OverlayError(`${where}: target ${target} is not valid JSONPath (RFC 9535)`, { cause });
  }
}

/**
 * Reads `x-applies-to`.
 *
 * @throws {OverlayError} for anything other than a list of versions
 */
export function parseAppliesTo(value: unknown, name: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const versions = isArray(value)
    ? value.filter((entry) => typeof entry === "string" && /^v\d+\.\d+$/.test(entry))
    : [];
  if (!isArray(value) || versions.length === 0 || versions.length < value.length) {
    throw new OverlayError(`${name}: x-applies-to must be a list of versions such as [v2.0, v2.1]`);
  }
  return versions.map(String);
}

function requireObject(value: unknown, fields: readonly string[], where: string): JsonObject {
  if (!isObject(value)) throw new OverlayError(`${where}: expected an object`);
  const unknown = Object.keys(value).find((key) => !fields.includes(key) && !key.startsWith("x-"));
  if (unknown === undefined) return value;
  throw new OverlayError(`${where}: unknown field "${unknown}" (known: ${fields.join(", ")}, x-…)`);
}

function requireText(object: JsonObject, key: string, where: string): string {
  const value = object[key];
  if (typeof value === "string" && value !== "") return value;
  throw new OverlayError(`${where}: ${key} must be a string`);
}
