import type { Change } from "@nectar-sdk/openapi/diff";
import { groupBy, type JsonObject, objectIn, readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import type { LeftOut } from "../carry/leave-out.ts";
import type { DocumentPair } from "../carry/match-operations.ts";
import { countDifferences } from "./count-differences.ts";

/** Something that a person decides. The proposal applies until then. */
export interface Question {
  /** Stable between pulls: `operation-lost GET /ping`. */
  readonly id: string;
  readonly place: string;
  readonly text: string;
  /** The choice that applies until another is given; one of `choices`. */
  readonly proposal: string;
  readonly choices: readonly string[];
}

/** Says that the pull must not land. */
export const STOP = "stop";

/** A pull, as far as questions arise from it. */
export interface PulledVersions {
  readonly pairs: readonly DocumentPair[];
  /** Names of the lost operations by key. */
  readonly lost: ReadonlyMap<string, string>;
  /** The changes by version. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  /** Versions whose webhooks an overlay keeps, or could keep. */
  readonly withoutWebhooks: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Collects the questions of a pull, the worst first. */
export function askQuestions(pulled: PulledVersions): Question[] {
  return [
    ...pulled.pairs.flatMap((pair) => askVersion(pair, pulled.pairs)),
    ...askLost(pulled),
    ...pulled.pairs.flatMap(askMovedIds),
    ...[...pulled.lost].map(([key, name]) => ({
      id: `operation-lost ${key}`,
      place: "specs/resources.yaml",
      text: `no version has ${key} any more; its method ${name} goes`,
      ...{ proposal: "remove", choices: ["remove", STOP] },
    })),
    ...askLeftOut(pulled.leftOut),
    ...askWebhooks(pulled.withoutWebhooks),
    ...askEnums(pulled.changes),
  ];
}

/** Documents without most operations are perhaps those of another API. */
function askLost({ pairs, lost }: PulledVersions): Question[] {
  const known = new Set(
    pairs.flatMap(({ before }) => readApi(before).operations.map(({ method, path }) => toOperationKey(method, path))),
  );
  if (lost.size * 2 <= known.size) return [];
  return [
    {
      id: "most-operations-lost",
      place: pairs.map(({ version }) => `specs/${version}/openapi.json`).join(", "),
      text: `${lost.size} of ${known.size} operations are in no document any more`,
      ...{ proposal: STOP, choices: ["accept", STOP] },
    },
  ];
}

/** With so many times fewer differences to another version, a document is that of the other one. */
const FAR_NEARER = 4;

/** A document that names no version may belong to another one. */
function askVersion({ version, after }: DocumentPair, pairs: readonly DocumentPair[]): Question[] {
  const hasServer = Array.isArray(after["servers"]) && after["servers"].length > 0;
  if (hasServer) return [];
  const counts = pairs.map((pair) => ({ version: pair.version, count: countDifferences(pair.before, after) }));
  const own = counts.find((pair) => pair.version === version)?.count ?? 0;
  const [nearest] = counts.filter(({ count }) => count < own).sort((a, b) => a.count - b.count);
  if (nearest === undefined) return [];
  return [
    {
      id: `other-version ${version}`,
      place: `specs/${version}/openapi.json`,
      text: `the document names no version and is nearer to the last one of ${nearest.version} (${nearest.count} differences) than to that of ${version} (${own})`,
      ...{ proposal: nearest.count * FAR_NEARER < own ? STOP : "accept", choices: ["accept", STOP] },
    },
  ];
}

/** An id that now belongs to another operation: either the ids or the paths have changed places. */
function askMovedIds({ version, before, after }: DocumentPair): Question[] {
  const old = readKeys(before);
  const recent = readKeys(after);
  return [...recent].flatMap(([id, key]) => {
    const oldKey = old.get(id);
    if (oldKey === undefined || oldKey === key || ![...recent.values()].includes(oldKey)) return [];
    return [
      {
        id: `id-moved ${version} ${id}`,
        place: `specs/${version}/openapi.json`,
        text: `the id ${id} was that of ${oldKey} and is now that of ${key}; both paths are still there, and the path decides`,
        ...{ proposal: "path", choices: ["path", STOP] },
      },
    ];
  });
}

function readKeys(document: JsonObject): Map<string, string> {
  const { operations } = readApi(document);
  return new Map(
    operations.flatMap(({ id, method, path }) =>
      id === undefined ? [] : [[id, toOperationKey(method, path)] as const],
    ),
  );
}

function askLeftOut(leftOut: readonly LeftOut[]): Question[] {
  const groups = groupBy(leftOut, ({ key, part }) => `left-out ${key} ${part}`);
  return [...groups].map(([id, same]) => ({
    id,
    place: same.map(({ version }) => `specs/${version}/openapi.json`).join(", "),
    text: describeLeftOut(same),
    ...{ proposal: "leave-out", choices: ["leave-out", STOP] },
  }));
}

function describeLeftOut(same: readonly LeftOut[]): string {
  const messages = [...new Set(same.map(({ message }) => message))].join("; ");
  const what = same.some(({ isWhole }) => isWhole) ? "the operation" : "this part";
  return `${messages}; ${what} is left out unless an overlay corrects it`;
}

function askWebhooks(versions: readonly string[]): Question[] {
  if (versions.length === 0) return [];
  return [
    {
      id: "webhooks-gone",
      place: versions.map((version) => `specs/${version}/openapi.json`).join(", "),
      text: "the documents describe no webhooks; an overlay keeps the last ones",
      ...{ proposal: "keep", choices: ["keep", "drop", STOP] },
    },
  ];
}

function askEnums(changes: ReadonlyMap<string, readonly Change[]>): Question[] {
  const places = [...changes].flatMap(([version, own]) =>
    own.filter(({ kind }) => kind === "enum-closed").map(({ where }) => `${version} ${where.subject}`),
  );
  const [first, ...others] = [...new Set(places)];
  if (first === undefined) return [];
  return [
    {
      id: "enums-closed",
      place: others.length === 0 ? first : `${first} and ${others.length} more`,
      text: "enums that were open list their values as the only ones; a newer value is then an error for strict readers",
      ...{ proposal: "accept", choices: ["accept", STOP] },
    },
  ];
}

/** Whether a document describes no webhook. */
export function lacksWebhooks(document: JsonObject): boolean {
  return Object.keys(objectIn(document, "webhooks")).length === 0;
}
