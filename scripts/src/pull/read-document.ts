import { parseDocument } from "yaml";
import { asObject, type JsonObject } from "../shared/json.ts";

/**
 * Reads JSON or YAML. YAML goes by the ending of the name, or by not beginning like JSON.
 *
 * @throws {Error} when the bytes are no UTF-8 text, or the text is no object in either language
 */
export function readDocument(bytes: Uint8Array, name: string): JsonObject {
  const text = decode(bytes);
  const start = text.trimStart();
  if (start === "") throw new Error("is empty; an OpenAPI document is expected");
  if (/^<[!?a-z]/i.test(start)) throw new Error("is an HTML or XML page, no OpenAPI document; check the address");
  const isYaml = /\.ya?ml$/i.test(name) || !/^[{[]/.test(start);
  return asObject(isYaml ? parseYaml(text) : parseJson(text), isYaml ? "the YAML" : "the JSON");
}

function decode(bytes: Uint8Array): string {
  try {
    // Drops a byte order mark at the beginning.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error("is no UTF-8 text; save it as UTF-8", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`is no valid JSON, perhaps cut off: ${firstLine(cause)}`, { cause });
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true });
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) throw new Error(`is no valid YAML: ${firstLine(mistake)}`, { cause: mistake });
  const value: unknown = document.toJS();
  return value;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? "").replace(/:$/, "");
}
