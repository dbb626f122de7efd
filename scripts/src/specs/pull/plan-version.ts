import type { Change } from "@nectar-sdk/openapi/diff";
import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import type { Version } from "../../shared/versions.ts";
import { type LockEntry, lockEntry } from "../lock/spec-lock.ts";
import type { LoadedDocument } from "./load-documents.ts";

/** What a pull would do to one version. */
export interface VersionPlan {
  readonly version: Version;
  /** URL or file that the document comes from. */
  readonly source: string;
  /** Text of `openapi.json`. */
  readonly content: string;
  /** Whether the document or its entry in the lock would be another one. */
  readonly isChange: boolean;
  /** What its readers would notice. */
  readonly changes: readonly Change[];
  readonly entry: LockEntry;
}

/** What there is of a version so far. */
export interface CurrentVersion {
  /** Text of `openapi.json`, if there is one. */
  readonly text: string | undefined;
  readonly entry: LockEntry | undefined;
}

/** Plans one version. A document with the bytes that the lock knows stays what it is there, be it reconstructed. */
export function planVersion(loaded: LoadedDocument, current: CurrentVersion, today: string): VersionPlan {
  const { version, source, document } = loaded;
  const content = formatJson(document);
  const pulled = lockEntry(content, { source, origin: "upstream" }, current.entry, today);
  const entry = current.entry?.sha256 === pulled.sha256 ? current.entry : pulled;
  return {
    version,
    source,
    content,
    isChange: content !== current.text || entry !== current.entry,
    changes: content === current.text ? [] : diffDocuments(readCurrent(current.text), document),
    entry,
  };
}

/** A document that is missing or was damaged has nothing in it that could change. */
function readCurrent(text: string | undefined): JsonObject {
  try {
    const document: unknown = JSON.parse(text ?? "{}");
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}
