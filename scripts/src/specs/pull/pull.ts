import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Change, diffDocuments } from "@nectar-sdk/openapi/diff";
import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Note, Rules } from "@nectar-sdk/openapi/normalise";
import { type ReportedDocument, readTitle } from "@nectar-sdk/openapi/report";
import { formatJson } from "../../shared/format-json.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { sha256Of } from "../../shared/sha256.ts";
import type { Version } from "../../shared/versions.ts";
import { writeFiles } from "../../shared/write-files.ts";
import { formatLock, LOCK_FILE, type LockEntry, lockEntry, readLock, todayUtc } from "../lock/spec-lock.ts";
import { normaliseUpstream, readRules } from "../overlay/normalise-upstream.ts";
import { loadDocument } from "./load-document.ts";
import type { PullSettings } from "./options.ts";

/** The effect of a pull on one version. */
export interface VersionPlan {
  readonly version: Version;
  /** URL or file of the new document. */
  readonly source: string;
  /** Path and new text of `openapi.json`. */
  readonly path: string;
  readonly content: string;
  readonly entry: LockEntry;
  /** Whether the document or its entry in the lock differs from the one before. */
  readonly isChange: boolean;
  /** The document in place, and the new one. */
  readonly before: ReportedDocument;
  readonly after: ReportedDocument;
  /** The differences between the two documents, apart from style. */
  readonly changes: readonly Change[];
  /** Values that are dropped from the new document. */
  readonly notes: readonly Pick<Note, "at" | "message">[];
}

/**
 * Loads the documents of the versions and writes them and their entries in the lock into `specs`: all of them or none. Nothing
 * is written before all are loaded and accepted, nor with `check`.
 *
 * @throws {Error} naming version and source of the first document that is refused
 */
export async function pull({ specs, origin, versions, timeoutMs, check }: PullSettings): Promise<VersionPlan[]> {
  const isFolder = await stat(specs).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Error(`${specs}: no such folder; pass the folder to refresh with --specs`);
  const [lock, rules] = await Promise.all([readLock(specs), readRules(specs)]);
  const plans: VersionPlan[] = [];
  for (const version of versions) {
    const { source, document, dropped } = await loadDocument(origin, version, timeoutMs);
    const path = join(specs, version, "openapi.json");
    const content = formatJson(document);
    const before = await readIfExists(path);
    const known = lock.get(version);
    const pulled = lockEntry(content, { source, origin: "upstream" }, known, todayUtc());
    // A document with the bytes that the lock knows keeps its entry, even one that was reconstructed.
    const entry = known?.sha256 === pulled.sha256 ? known : pulled;
    const isChange = content !== before || entry !== known;
    const { document: after, notes } = normaliseUpstream(document, rules);
    const external = dropped.map((at) => ({ at, message: "dropped an example that lies outside the document" }));
    const current = parseCurrent(before);
    const changes = content === before ? [] : diffNormalised(current, after, rules);
    const documents = {
      before: toReported(`specs/${version}/openapi.json`, current, before ?? ""),
      after: toReported(source, document, content),
    };
    plans.push({
      version,
      source,
      path,
      content,
      entry,
      isChange,
      ...documents,
      changes,
      notes: [...external, ...notes],
    });
  }
  const changed = plans.filter(({ isChange }) => isChange);
  if (!check && changed.length > 0) {
    const entries = new Map([...lock, ...changed.map(({ version, entry }) => [version, entry] as const)]);
    await writeFiles([...changed, { path: join(specs, LOCK_FILE), content: formatLock(entries) }]);
  }
  return plans;
}

function toReported(name: string, document: JsonObject, text: string): ReportedDocument {
  return { name, title: readTitle(document), sha256: sha256Of(Buffer.from(text)) };
}

/** Compares documents as the generator sees them, so that another style of the same API is not a difference. `after` is normalised. */
function diffNormalised(before: JsonObject, after: JsonObject, rules: Rules): Change[] {
  const changes = diffDocuments(normaliseUpstream(before, rules).document, after);
  return rules.hoistShared === false ? changes : changes.filter((change) => !isHoisting(change));
}

/** Whether a change only says that a parameter or response is now shared, or no longer. */
function isHoisting({ kind, where }: Change): boolean {
  const isListed = kind === "shared-part-added" || kind === "shared-part-removed";
  return isListed && /^(parameters|responses|requestBodies)\//.test(where.subject);
}

/** A missing or damaged document has no changes to list. */
function parseCurrent(text = "{}"): JsonObject {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}
