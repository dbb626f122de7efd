import type { Migration } from "../changes/analyse.ts";
import type { ts } from "../compiler.ts";
import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import type { ApiPackage } from "../project/api-package.ts";
import { visitNodes } from "../project/create-program.ts";
import type { Certainty, Finding } from "./finding.ts";
import { locate } from "./locate.ts";
import { type ApiCall, isConcerned, readCall } from "./match-call.ts";
import { type Loop, listReadFields, listRepetitions, readLoop, visitsList } from "./match-loop.ts";
import { type TracedList, traceList } from "./trace-lists.ts";

/**
 * Creates a search for code that behaves differently although it compiles: calls, and loops over the lists that they return. A loop that
 * reads a field of the change is likely to be concerned; of every other place only a person can tell.
 */
export function createBehaviourSearch(program: ts.Program, migration: Migration): (file: ts.SourceFile) => Finding[] {
  const { from, behaviour } = migration;
  const checker = program.getTypeChecker();
  const traced = behaviour.map((change) => ({ change, list: traceList(program, from, change) }));
  return (file) => {
    if (traced.length === 0) return [];
    const sites = listSites(file, from, checker);
    return traced.flatMap(({ change, list }) => findPlaces(file, sites, checker, change, list));
  };
}

/** A loop or a call of the API. */
interface Site {
  readonly node: ts.Node;
  readonly loop: Loop | undefined;
  readonly call: ApiCall | undefined;
}

/** Lists the sites of a file, outer ones first. */
function listSites(file: ts.SourceFile, api: ApiPackage, checker: ts.TypeChecker): Site[] {
  const sites: Site[] = [];
  visitNodes(file, (node) => {
    const [loop, call] = [readLoop(node, checker), readCall(node, api, checker)];
    if (loop !== undefined || call !== undefined) sites.push({ node, loop, call });
  });
  return sites;
}

const REASONS: Readonly<Record<Loop["kind"], string>> = {
  loop: "a loop over the list",
  count: "the number of entries in the list",
  entry: "code that takes one entry of the list",
};

function findPlaces(
  file: ts.SourceFile,
  sites: readonly Site[],
  checker: ts.TypeChecker,
  change: LocatedBehaviourChange,
  list: TracedList,
): Finding[] {
  const covered = new Set<ts.Node>();
  return sites.flatMap(({ node, loop, call }): Finding[] => {
    if (covered.has(node)) return [];
    const start = node.getStart(file);
    if (loop !== undefined && visitsList(loop, list, checker)) {
      // One finding for `for (… of call())` and for `call().filter(…).map(…)`.
      visitNodes(loop.list, (inner) => void covered.add(inner));
      for (const inner of listRepetitions(node, loop)) covered.add(inner);
      const fields = listReadFields(loop, list, checker);
      const reason = fields.length === 0 ? REASONS[loop.kind] : `${REASONS[loop.kind]} reads ${fields.join(", ")}`;
      const certainty = fields.length === 0 ? "possible" : "likely";
      return [toFinding(change, certainty, reason, locate(file, start, loop.end))];
    }
    if (call === undefined || !isConcerned(change, call)) return [];
    return [toFinding(change, "possible", "the call", locate(file, start, node.end))];
  });
}

function toFinding(
  { id, change, wrong, look }: LocatedBehaviourChange,
  certainty: Certainty,
  reason: string,
  place: ReturnType<typeof locate>,
): Finding {
  const why = `${change} ${wrong} (${reason})`;
  return { id, rule: "behaviour", kind: "silent", certainty, ...place, why, advice: look };
}
