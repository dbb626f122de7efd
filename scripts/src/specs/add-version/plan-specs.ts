import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { arrayIn, type JsonObject, readApi, stringIn } from "@nectar-sdk/openapi/document";
import { isSeq, parseDocument } from "yaml";
import { messageOf } from "../../shared/command-line.ts";
import { formatJson } from "../../shared/format-json.ts";
import { compareVersions, parseVersions, VERSIONS_FILE, type VersionEntry } from "../../shared/parse-versions.ts";
import { packageName } from "../../shared/version-names.ts";
import { generateOverlay } from "../generated-examples/generate-overlay.ts";
import { formatLock, LOCK_FILE, lockEntry, readLock, todayUtc } from "../lock/spec-lock.ts";
import { applyOverlays } from "../overlay/apply-overlays.ts";
import { loadOverlays } from "../overlay/load-overlays.ts";
import { normaliseUpstream, readRules } from "../overlay/normalise-upstream.ts";
import { checkContract } from "../pull/check-contract.ts";
import { readDocument } from "../pull/read-document.ts";
import { addNames } from "./add-names.ts";
import { addTypes } from "./add-types.ts";

/** A file that a person should look at. */
export interface Review {
  readonly file: string;
  readonly task: string;
}

/** The additions of a version to `specs`. */
export interface SpecsPlan {
  /** Contents by path below the root. */
  readonly files: ReadonlyMap<string, string>;
  readonly reviews: readonly Review[];
}

/** Plans the entry, document, lock, names and examples of a version. */
export async function planSpecs(root: string, version: string, from: string): Promise<SpecsPlan> {
  const specs = join(root, "specs");
  const document = await loadDocument(from);
  const content = formatJson(document);
  const entry = {
    version,
    document: basename(from),
    baseUrl: findBaseUrl(document, from),
    package: packageName(version),
  };
  const lock = new Map(await readLock(specs));
  lock.set(version, lockEntry(content, { source: from, origin: "upstream" }, undefined, todayUtc()));

  const normal = normaliseUpstream(document, await readRules(specs)).document;
  const overlaid = applyOverlays(normal, await loadOverlays(specs, version), version).document;
  const overlay = generateOverlay(overlaid, version);
  const resources = await readFile(join(specs, "resources.yaml"), "utf8");
  const named = addNames(resources, version, readApi(overlay.document));
  const typed = addTypes(named.text, version, overlay.document);
  const derived = named.added.size + typed.added.size;

  const overlayFile = `specs/overlays/90-${version}.yaml`;
  const files = new Map([
    [`specs/${version}/openapi.json`, content],
    [`specs/${LOCK_FILE}`, formatLock(lock)],
    [`specs/${VERSIONS_FILE}`, addEntry(await readFile(join(specs, VERSIONS_FILE), "utf8"), entry)],
    ...(overlay.text === undefined ? [] : [[overlayFile, overlay.text] as const]),
    ...(derived === 0 ? [] : [["specs/resources.yaml", typed.text] as const]),
  ]);
  const reviews = [
    { file: `specs/${VERSIONS_FILE}`, task: `check that Nectar publishes the document as ${entry.document}` },
    { file: "specs/resources.yaml", task: `check ${derived} derived names`, isNeeded: derived > 0 },
    {
      file: overlayFile,
      task: `replace ${overlay.filled.length} generated examples`,
      isNeeded: overlay.filled.length > 0,
    },
  ];
  return { files, reviews: reviews.filter(({ isNeeded = true }) => isNeeded) };
}

/** The text of `versions.yaml` with one more entry, sorted by version. */
function addEntry(text: string, entry: VersionEntry): string {
  const document = parseDocument(text);
  const list = document.get("versions");
  if (!isSeq(list)) throw new Error(`${VERSIONS_FILE}: versions must be a list`);
  const newer = parseVersions(text).versions.findIndex(({ version }) => compareVersions(version, entry.version) > 0);
  list.items.splice(newer === -1 ? list.items.length : newer, 0, document.createNode(entry));
  const result = document.toString({ lineWidth: 0 });
  parseVersions(result);
  return result;
}

async function loadDocument(from: string): Promise<JsonObject> {
  try {
    const document = readDocument(await readFile(from), basename(from));
    checkContract(document);
    return document;
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new Error(`${from}: ${isMissing ? "no such file; check the path" : messageOf(cause)}`, { cause });
  }
}

function findBaseUrl(document: JsonObject, from: string): string {
  const [server] = arrayIn(document, "servers");
  const url = stringIn(server, "url");
  if (url !== undefined && /^https?:\/\//.test(url)) return url;
  throw new Error(`${from}: servers[0].url is not an http or https URL; add the base URL of the API there`);
}
