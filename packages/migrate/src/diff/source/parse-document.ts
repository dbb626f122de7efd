import {
  checkSize,
  checkTextDepth,
  DEEPEST,
  formatTooDeep,
  isObject,
  type JsonObject,
} from "@nectar-sdk/openapi/document";
import { Lexer, Parser, parseDocument } from "yaml";
import { messageOf } from "../../shared/message-of.ts";
import { SIZE_LIMIT } from "./read-bytes.ts";

const EXPECTED = "expected an OpenAPI document in JSON or YAML";

/**
 * Parses JSON or YAML. A document is YAML if its name ends in .yaml or .yml, or if it does not begin like JSON.
 *
 * @throws {Error} when the bytes are not UTF-8, are not an object in either language, or are too large or too deep
 */
export function parseObject(bytes: Uint8Array, name: string): JsonObject {
  const text = decode(bytes);
  const start = text.trimStart();
  if (start === "") throw new Error(`is empty; ${EXPECTED}`);
  if (text.includes("\0")) throw new Error(`is a binary file; ${EXPECTED}`);
  if (/^<[!?a-z]/i.test(start)) throw new Error(`is an HTML or XML page; ${EXPECTED}: check the address it came from`);
  const isYaml = /\.ya?ml$/i.test(name) || !/^[{[]/.test(start);
  refuse(isYaml ? checkYamlDepth(text) : checkTextDepth(text));
  const value = isYaml ? parseYaml(text) : parseJson(text);
  refuse(checkSize(value, SIZE_LIMIT));
  if (!isObject(value)) throw new Error(`is not an object; ${EXPECTED}`);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    // Drops a byte order mark at the beginning.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`is not UTF-8 text; ${EXPECTED}, saved as UTF-8`, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`is not valid JSON, perhaps cut off: ${messageOf(cause)}`, { cause });
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    throw new Error(`is not valid YAML: ${messageOf(mistake).replace(/:$/, "")}; ${EXPECTED}`, { cause: mistake });
  }
  try {
    return document.toJS();
  } catch (cause) {
    throw new Error(`is not valid YAML: ${messageOf(cause)}; write its aliases out`, { cause });
  }
}

/** The library recurses for each level, and is slow to find out that it cannot. */
function checkYamlDepth(text: string): string | undefined {
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // Only the number of open collections counts. The document and a scalar count as two more.
    for (const _token of parser.next(lexeme));
    if (parser.stack.length > DEEPEST + 2) return formatTooDeep(`character ${offset + 1}`);
    offset += lexeme.length;
  }
  return undefined;
}

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new Error(fault);
}
