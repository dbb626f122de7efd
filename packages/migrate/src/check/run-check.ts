import { analyseProjects, type Migration } from "../changes/analyse.ts";
import { listCodeFiles } from "../project/list-files.ts";
import { createBehaviourSearch } from "./behaviour.ts";
import type { Finding } from "./finding.ts";
import { findNewErrors } from "./new-errors.ts";
import { findSilent } from "./silent.ts";

/** Effect of the new version on a project. */
export interface CheckResult {
  readonly migration: Migration;
  readonly findings: readonly Finding[];
  /** Errors that the project has without any change. */
  readonly errorsBefore: number;
  /** Number of files that were checked. */
  readonly files: number;
  /** Changes that break callers, and that no place of the project reaches. */
  readonly unreached: number;
  /** Code files below the folder that no tsconfig includes. */
  readonly outside: readonly string[];
}

/**
 * Checks the projects of a folder against a new version, in memory.
 *
 * @throws {UsageError} when a project can't be read, or a version package does not resolve in it
 */
export function runCheck(migration: Migration, cwd: string, configs: readonly string[]): CheckResult {
  const { from, to } = migration;
  const serverChange = findServerChange(migration);
  const findings: Finding[] = [];
  const checked = new Set<string>();
  let errorsBefore = 0;
  for (const project of analyseProjects(migration, cwd, configs)) {
    const { files, before, dependents, traces } = project;
    const errors = findNewErrors(project, project.create({ replaced: { from, to } }), files);
    errorsBefore += errors.errorsBefore;
    findings.push(...errors.findings);
    const checker = before.getTypeChecker();
    const findBehaviour = createBehaviourSearch(before, migration);
    for (const name of files) {
      checked.add(name);
      const file = before.getSourceFile(name);
      if (file === undefined) continue;
      findings.push(...findSilent(file, { from, to, traces, checker, serverChange }));
      if (dependents.has(name)) findings.push(...findBehaviour(file));
    }
  }
  const reached = new Set(findings.map(({ id }) => id));
  const breaking = migration.changes.filter(({ severity }) => severity === "breaking" || severity === "maybe");
  return {
    migration,
    findings: dropCovered(findings).sort(compareFindings),
    errorsBefore,
    files: checked.size,
    unreached: breaking.filter(({ id }) => !reached.has(id)).length,
    outside: listCodeFiles(cwd).filter((file) => !checked.has(file)),
  };
}

/** Id of the change of the base URL. */
export function findServerChange({ changes }: Migration): string | undefined {
  return changes.find(({ kind }) => kind === "default-server-changed")?.id;
}

/** Where the compiler reports an error, a silent finding about the same change says nothing new. */
function dropCovered(findings: readonly Finding[]): Finding[] {
  const errors = new Set(findings.filter(({ kind }) => kind === "type-error").map(toPlace));
  return findings.filter((finding) => finding.kind === "type-error" || !errors.has(toPlace(finding)));
}

function toPlace({ file, start }: Finding): string {
  return `${file} ${start}`;
}

const KINDS = ["type-error", "silent"];
const CERTAINTIES = ["certain", "likely", "possible"];

function compareFindings(a: Finding, b: Finding): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start)
  );
}
