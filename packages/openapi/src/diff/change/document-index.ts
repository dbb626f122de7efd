import { isArray, isObject, type Json, type JsonObject, mapValues, stringIn } from "../../document/json.ts";
import { pointerTo } from "../../document/pointer.ts";

/** The grades of `x-evidence`, the strongest first. */
const GRADES = ["seen", "inferred", "assumed"] as const;

/** A grade of `x-evidence`. */
export type Evidence = (typeof GRADES)[number];

/** A place in a document. */
export interface Spot {
  /** JSON pointer, `#` for the document. */
  readonly pointer: string;
  /** The `x-evidence` of the place or of the nearest part around it. */
  readonly evidence: Evidence | undefined;
  readonly node: Json;
}

/** The places of all objects and arrays of a document. */
export type DocumentIndex = ReadonlyMap<unknown, Spot>;

/** The indexes of both documents. */
export interface Indexes {
  readonly before: DocumentIndex;
  readonly after: DocumentIndex;
}

/** Copies a document, so that each place has a separate object: a YAML alias puts one object in several places. */
export function copyDocument(document: JsonObject): JsonObject {
  return mapValues(document, copyNode);
}

function copyNode(node: Json): Json {
  if (isArray(node)) return node.map(copyNode);
  return isObject(node) ? copyDocument(node) : node;
}

/** Lists the place of each object and array of a document that has no aliases. */
export function indexDocument(document: JsonObject): DocumentIndex {
  const index = new Map<unknown, Spot>();
  const pending: Spot[] = [{ node: document, pointer: "#", evidence: undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, pointer, evidence } = next;
    if (typeof node !== "object" || node === null) continue;
    const spot = { node, pointer, evidence: readEvidence(node) ?? evidence };
    index.set(node, spot);
    for (const [key, child] of listEntries(node)) {
      pending.push({ node: child, pointer: pointerTo(pointer, key), evidence: spot.evidence });
    }
  }
  return index;
}

function listEntries(node: Json): [string, Json][] {
  if (isArray(node)) return node.map((item, position) => [String(position), item]);
  return isObject(node) ? Object.entries(node) : [];
}

function readEvidence(node: Json): Evidence | undefined {
  const stated = stringIn(node, "x-evidence");
  return GRADES.find((grade) => grade === stated);
}

/** The weaker of two grades; a side without one does not count. */
export function pickWeaker(left: Evidence | undefined, right: Evidence | undefined): Evidence | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return GRADES.indexOf(left) > GRADES.indexOf(right) ? left : right;
}

/** Returns the place of a node; for one merged from several parts of a document, the place of the first of them. */
export function locate(index: DocumentIndex, node: Json | undefined): Spot | undefined {
  const own = index.get(node);
  if (own !== undefined || !isObject(node)) return own;
  const parts = node["allOf"];
  return isArray(parts) ? locate(index, parts[0]) : undefined;
}
