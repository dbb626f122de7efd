import type { JsonObject } from "../../document/json.ts";

/** A status of a response and the keys of both documents that describe it. */
export interface StatusPair {
  readonly status: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** How a range or `default` covers the status on the other side; absent if both sides have the same key, or one has none. */
  readonly cover?: "status-merged" | "status-split" | "status-narrowed";
}

/** Pairs the responses of an operation: by status, else with the range (`2XX`) or the `default` that covers it on the other side. */
export function pairStatuses(before: JsonObject, after: JsonObject): StatusPair[] {
  const [left, right] = [Object.keys(before), Object.keys(after)];
  const split = right
    .filter((status) => !left.includes(status))
    .map((status): StatusPair => {
      const cover = findCover(status, left, right);
      return { status, before: cover, after: status, ...(cover === undefined ? {} : { cover: "status-split" }) };
    });
  const isSplit = (status: string) => split.some((pair) => pair.before === status);
  const others = left.map((status): StatusPair => {
    if (right.includes(status)) return { status, before: status, after: status };
    if (isSplit(status)) return { status, before: status, after: undefined, cover: "status-narrowed" };
    const cover = findCover(status, right, left);
    return { status, before: status, after: cover, ...(cover === undefined ? {} : { cover: "status-merged" }) };
  });
  // A new range that takes the place of statuses is reported with them.
  const isMerged = ({ status, before }: StatusPair) =>
    before === undefined && others.some(({ after }) => after === status);
  return [...others, ...split.filter((pair) => !isMerged(pair))].sort((one, other) =>
    one.status < other.status ? -1 : 1,
  );
}

/** The key of the other side that covers a status. A `default` of both sides describes failures only. */
function findCover(status: string, others: readonly string[], own: readonly string[]): string | undefined {
  const range = /^[1-5]\d\d$/.test(status) ? `${status[0]}XX` : undefined;
  if (range !== undefined && others.includes(range)) return range;
  if (status === "default" || !others.includes("default")) return undefined;
  return status.startsWith("2") && own.includes("default") ? undefined : "default";
}
