import { Buffer } from "node:buffer";
import type { FilePart, TextPart } from "../check/exchange.ts";

/** Largest file to keep for a replay, in bytes. */
const KEPT_FILE = 64 * 1024;

/** Parses a `multipart/form-data` body up to its last complete part; `undefined` when it is not multipart. */
export function parseMultipart(bytes: Uint8Array, contentType: string): (TextPart | FilePart)[] | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ""}`;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (boundary === null || buffer.indexOf(delimiter) !== 0) return undefined;
  const parts: (TextPart | FilePart)[] = [];
  let start = delimiter.length;
  while (start + 2 < buffer.length) {
    // Two dashes end the last delimiter.
    if (buffer.subarray(start, start + 2).toString("latin1") === "--") return parts;
    start += 2;
    const end = buffer.indexOf(`\r\n${delimiter}`, start);
    const part = parsePart(buffer.subarray(start, end === -1 ? buffer.length : end));
    if (part === undefined) return undefined;
    parts.push(part);
    if (end === -1) return parts;
    start = end + delimiter.length + 2;
  }
  return parts;
}

/** Creates a part for a file, with the content of a small file. */
export function toFilePart(
  name: string,
  fileName: string,
  contentType: string,
  size: number,
  bytes?: Uint8Array,
): FilePart {
  const kept =
    bytes !== undefined && bytes.byteLength <= KEPT_FILE ? { base64: Buffer.from(bytes).toString("base64") } : {};
  return { name, file: { fileName, contentType, size, ...kept } };
}

/** Whether a file is small enough to be kept. */
export function isKeptFile(size: number): boolean {
  return size <= KEPT_FILE;
}

function parsePart(part: Buffer): TextPart | FilePart | undefined {
  const end = part.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const head = part.subarray(0, end).toString("utf8");
  const content = part.subarray(end + 4);
  const name = readQuotedParameter(head, "name");
  if (name === undefined) return undefined;
  const fileName = readQuotedParameter(head, "filename");
  if (fileName === undefined) return { name, text: content.toString("utf8") };
  const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? "";
  return toFilePart(name, fileName, type, content.byteLength, content);
}

/** Reads a quoted parameter of Content-Disposition and decodes the three escapes of forms. */
function readQuotedParameter(head: string, parameter: string): string | undefined {
  const text = new RegExp(`^content-disposition:.*?;\\s*${parameter}="([^"]*)"`, "im").exec(head)?.[1];
  return text?.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%22", '"');
}
