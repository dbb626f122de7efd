import { isObject, type Json, type JsonObject, stringIn } from "@nectar-sdk/openapi/document";

/** The string under a key, trimmed and with plain line ends; empty if there is none. */
export function textAt(object: JsonObject, key: string): string {
  return toPlainText(stringIn(object, key) ?? "");
}

/** Trims a string and normalizes its line ends to `\n`. */
export function toPlainText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").trim();
}

/** Adds a full stop, so that another sentence can follow. */
export function sentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The limits that a schema sets beyond the type, as sentences. */
export function limitsOf(schema: JsonObject): string[] {
  return [
    textAt(schema, "format") === "" ? "" : `Format: ${textAt(schema, "format")}.`,
    range("Value", schema["minimum"], schema["maximum"]),
    range("Value above and below", schema["exclusiveMinimum"], schema["exclusiveMaximum"]),
    range("Length", schema["minLength"], schema["maxLength"]),
    range("Number of items", schema["minItems"], schema["maxItems"]),
    textAt(schema, "pattern") === "" ? "" : `Pattern: \`${textAt(schema, "pattern")}\`.`,
    schema["x-extensible-enum"] === undefined ? "" : "The server may return values that are not listed.",
  ].filter((sentence) => sentence !== "");
}

/** A default or example as the docs show it; `undefined` if it is too long to read there. */
export function shownValue(value: Json | undefined): string | undefined {
  if (value === undefined || isObject(value)) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= 100 && !text.includes("\n") ? text : undefined;
}

function range(what: string, minimum: Json | undefined, maximum: Json | undefined): string {
  // In OpenAPI 3.0 the exclusive limits are flags beside the limit itself.
  const [from, to] = [minimum, maximum].map((limit) => (typeof limit === "number" ? limit : undefined));
  if (from !== undefined && to !== undefined) return `${what}: ${from} to ${to}.`;
  if (from !== undefined) return `${what}: at least ${from}.`;
  return to === undefined ? "" : `${what}: at most ${to}.`;
}
