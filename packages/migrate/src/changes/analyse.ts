import { relative } from "node:path";
import { type Change, diffDocuments } from "@nectar-sdk/openapi/diff";
import type { ts } from "../compiler.ts";
import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import type { ApiHistory } from "../project/api-history.ts";
import { type ApiPackage, loadApiPackage, readImportedVersion } from "../project/api-package.ts";
import { createProgramFactory, listUnresolved, type ProgramView } from "../project/create-program.ts";
import { listBehaviour } from "../project/list-behaviour.ts";
import { listDependents } from "../project/list-dependents.ts";
import { type Project, readProjects } from "../project/read-projects.ts";
import { UsageError } from "../shared/usage-error.ts";
import { type Meaning, readMeanings } from "./meanings.ts";
import { type Traces, traceChanges } from "./trace-changes.ts";

/** The two versions and what differs between them. */
export interface Migration {
  readonly from: ApiPackage;
  readonly to: ApiPackage;
  readonly changes: readonly Change[];
  /** Meaning of changes for code, where the documents do not show it. */
  readonly meanings: readonly Meaning[];
  /** The differences that no document shows, oldest first. */
  readonly behaviour: readonly LocatedBehaviourChange[];
}

/** One unchanged project, with the changed declarations that its program contains. */
export interface AnalysedProject {
  readonly project: Project;
  /** The files of this project that no earlier project has. */
  readonly files: readonly string[];
  readonly before: ts.Program;
  /** The files whose types can depend on the old package: no other file can have a new error. */
  readonly dependents: ReadonlySet<string>;
  readonly traces: Traces;
  /** Creates another program of the same project. */
  readonly create: (view: Omit<ProgramView, "fallback">) => ts.Program;
}

/**
 * Loads both versions as the folder sees them, and compares their documents.
 *
 * @throws {UsageError} when a package is missing
 */
export function loadMigration(history: ApiHistory, from: string, to: string, cwd: string): Migration {
  const [old, next] = [loadApiPackage(from, cwd), loadApiPackage(to, cwd)];
  return {
    from: old,
    to: next,
    changes: diffDocuments(old.document, next.document),
    meanings: readMeanings(),
    behaviour: listBehaviour(history, from, to),
  };
}

/**
 * Reads the projects one by one, so that only one program of several is in memory.
 *
 * @throws {UsageError} when a tsconfig is invalid, or a version package does not resolve in a project
 */
export function* analyseProjects(
  migration: Migration,
  cwd: string,
  configs: readonly string[],
): Generator<AnalysedProject> {
  const { from, to, changes, meanings } = migration;
  const seen = new Set<string>();
  for (const project of readProjects(cwd, configs)) {
    if (project.files.length === 0) continue;
    const factory = createProgramFactory(project, [from, to]);
    const create = (view: Omit<ProgramView, "fallback">) => factory.create({ ...view, fallback: [to] });
    const schemas = [from, to].flatMap((api) => api.entries.get(`${api.name}/schema`) ?? []);
    const before = create({ extraFiles: schemas });
    checkResolved(before, project, cwd);
    const files = listOwnFiles(before).filter((file) => !seen.has(file));
    for (const file of files) seen.add(file);
    const dependents = listDependents(before, factory.imports, from.folder);
    yield { project, files, before, dependents, traces: traceChanges(before, from, to, changes, meanings), create };
  }
}

function listOwnFiles(program: ts.Program): string[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file))
    .map(({ fileName }) => fileName)
    .filter((file) => !file.includes("/node_modules/") && !file.endsWith(".json"));
}

function checkResolved(program: ts.Program, { config, options }: Project, cwd: string): void {
  const [[specifier, file] = []] = listUnresolved(program);
  if (specifier === undefined || file === undefined) return;
  const place = `${relative(cwd, file)} imports ${specifier}, which ${relative(cwd, config)} does not resolve`;
  // 1: classic, which ignores the packages in `node_modules`.
  throw new UsageError(
    options.moduleResolution === 1
      ? `${place}: set "moduleResolution" to "bundler" or "nodenext"`
      : `${place}: install it with npm install @nectar-sdk/api-${readImportedVersion(specifier)}`,
  );
}
