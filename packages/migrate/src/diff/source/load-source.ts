import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { type ReportedDocument, readTitle } from "@nectar-sdk/openapi/report";
import { toPackageName } from "../../project/api-package.ts";
import { messageOf } from "../../shared/message-of.ts";
import { UsageError } from "../../shared/usage-error.ts";
import { checkDocument } from "./check-document.ts";
import { parseObject } from "./parse-document.ts";
import { readFileBytes, readGitBlob, readInput } from "./read-bytes.ts";

/** A document with what a report says about it. */
export interface Source extends ReportedDocument {
  readonly document: JsonObject;
}

/**
 * Loads a document by one of the versions that this command depends on (`v2.2`), a path, `-` for the standard input, or `REVISION:path` of git.
 *
 * @throws {UsageError} with one line that names the document, the fault and the cure
 */
export async function loadSource(name: string, cwd: string, versions: readonly string[]): Promise<Source> {
  try {
    const bytes = await readSource(name, cwd, versions);
    const document = parseObject(bytes, name);
    const fault = checkDocument(document);
    if (fault !== undefined) throw new Error(fault);
    return { name, title: readTitle(document), sha256: createHash("sha256").update(bytes).digest("hex"), document };
  } catch (error) {
    throw new UsageError(`${name === "-" ? "standard input" : name} ${messageOf(error)}`, { cause: error });
  }
}

async function readSource(name: string, cwd: string, versions: readonly string[]): Promise<Uint8Array> {
  if (name === "-") return await readInput();
  if (versions.includes(name)) return await readFileBytes(findPackaged(name));
  const path = resolve(cwd, name);
  if (existsSync(path)) return await readFileBytes(path);
  if (/^https?:\/\//i.test(name))
    throw new Error("is an address; download it first, and pass the file or pipe it to -");
  if (/^[^-:][^:]*:./.test(name)) return await readGitBlob(name, cwd);
  throw new Error(`does not exist; expected a file, -, REVISION:path, or one of: ${versions.join(", ")}`);
}

function findPackaged(version: string): string {
  return createRequire(import.meta.url).resolve(`${toPackageName(version)}/openapi.json`);
}
