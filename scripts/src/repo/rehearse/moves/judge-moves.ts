import type { Bump } from "../../spec-changeset/describe-changes.ts";
import { nextVersion } from "./next-version.ts";

/** Versions by the name of the package. */
export type Versions = ReadonlyMap<string, string>;

/** A package whose version changed. */
export interface Move {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Lists the packages whose version changed. */
export function listMoves(before: Versions, after: Versions): Move[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old = "none", recent = "none"] = [before.get(name), after.get(name)];
    return old === recent ? [] : [{ name, before: old, after: recent }];
  });
}

/**
 * Compares the packages that moved with those that must move; all others must not.
 *
 * @param expected the level of each package that must move
 * @returns one line for each package that is wrong
 */
export function judgeMoves(
  before: Versions,
  after: Versions,
  expected: ReadonlyMap<string, Bump>,
  isPrerelease: boolean,
): string[] {
  const moves = listMoves(before, after);
  const moved = new Set(moves.map(({ name }) => name));
  return [
    ...moves.flatMap((move) => judgeMove(move, expected.get(move.name), isPrerelease)),
    ...[...expected.keys()].filter((name) => !moved.has(name)).map((name) => `${name} must move, and did not`),
  ];
}

function judgeMove({ name, before, after }: Move, bump: Bump | undefined, isPrerelease: boolean): string[] {
  if (bump === undefined) return [`${name} must not move, and went from ${before} to ${after}`];
  const wanted = nextVersion(before, bump, isPrerelease);
  return after === wanted ? [] : [`${name} went from ${before} to ${after} instead of ${wanted} (${bump})`];
}
