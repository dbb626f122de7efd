import {
  asObject,
  checkSize,
  checkTextDepth,
  DEEPEST,
  formatTooDeep,
  type JsonObject,
} from "@nectar-sdk/openapi/document";
import { Lexer, Parser, parseDocument } from "yaml";
import { messageOf } from "../../shared/command-line.ts";
import { SIZE_LIMIT } from "./size-limit.ts";

/**
 * Reads JSON or YAML. YAML goes by the ending of the name, or by not beginning like JSON.
 *
 * @throws {Error} when the bytes are no UTF-8 text, the text is no object in either language, or it is too large or too deep to be read
 */
export function readDocument(bytes: Uint8Array, name: string): JsonObject {
  const text = decode(bytes);
  const start = text.trimStart();
  if (start === "") throw new Error("is empty; an OpenAPI document is expected");
  if (/^<[!?a-z]/i.test(start)) throw new Error("is an HTML or XML page, no OpenAPI document; check the address");
  const isYaml = /\.ya?ml$/i.test(name) || !/^[{[]/.test(start);
  const value = isYaml ? parseYaml(text) : parseJson(text);
  refuseIf(checkSize(value, SIZE_LIMIT));
  return asObject(value, isYaml ? "the YAML" : "the JSON");
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
  refuseIf(checkTextDepth(text));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`is no valid JSON, perhaps cut off: ${firstLine(cause)}`, { cause });
  }
}

function parseYaml(text: string): unknown {
  refuseIf(checkYamlDepth(text));
  const document = parseDocument(text, { uniqueKeys: true });
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) throw new Error(`is no valid YAML: ${firstLine(mistake)}`, { cause: mistake });
  try {
    const value: unknown = document.toJS();
    return value;
  } catch (cause) {
    throw new Error(`is no valid YAML: ${firstLine(cause)}; write its aliases out`, { cause });
  }
}

/** The library calls itself for each level, and is slow to find out that it cannot. */
function checkYamlDepth(text: string): string | undefined {
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // What it yields is not needed; how many collections are open at a time is. The document and a scalar count as two more.
    for (const _token of parser.next(lexeme));
    if (parser.stack.length > DEEPEST + 2) return formatTooDeep(`character ${offset + 1}`);
    offset += lexeme.length;
  }
  return undefined;
}

function refuseIf(fault: string | undefined): void {
  if (fault !== undefined) throw new Error(fault);
}

function firstLine(error: unknown): string {
  return (messageOf(error).split("\n")[0] ?? "").replace(/:$/, "");
}
