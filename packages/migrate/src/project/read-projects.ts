import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { isObject } from "@nectar-sdk/openapi/document";
import { ts } from "../compiler.ts";
import { UsageError } from "../shared/usage-error.ts";

/** The settings and files of one tsconfig. */
export interface Project {
  /** Absolute path of the tsconfig. */
  readonly config: string;
  readonly options: ts.CompilerOptions;
  readonly files: readonly string[];
  readonly references: readonly ts.ProjectReference[];
}

/** Enough for the largest monorepo; more means that the references are wrong. */
const MOST_PROJECTS = 2000;

/**
 * Reads the given tsconfigs, or the one of the folder, and every project that they refer to. Each project comes after its references.
 *
 * @throws {UsageError} when a tsconfig is missing or invalid
 */
export function readProjects(cwd: string, configs: readonly string[]): Project[] {
  const found = new Map<string, Project>();
  const visiting = new Set<string>();
  const visit = (config: string): void => {
    if (found.has(config) || visiting.has(config)) return;
    visiting.add(config);
    if (visiting.size > MOST_PROJECTS) throw new UsageError(`more than ${MOST_PROJECTS} projects: pass fewer with -p`);
    const project = readProject(cwd, config);
    for (const reference of project.references) visit(ts.resolveProjectReferencePath(reference));
    found.set(config, project);
  };
  for (const config of configs.length === 0 ? [findConfig(cwd)] : configs.map((path) => toConfig(cwd, path)))
    visit(config);
  return [...found.values()];
}

function findConfig(cwd: string): string {
  const found = ["tsconfig.json", "jsconfig.json"].map((name) => join(cwd, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new UsageError(`no tsconfig.json in ${cwd}: pass one with -p`);
}

function toConfig(cwd: string, path: string): string {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new UsageError(`-p ${path}: the file does not exist`);
  return statSync(file).isDirectory() ? findConfig(file) : file;
}

function readProject(cwd: string, config: string): Project {
  const problems: ts.Diagnostic[] = [];
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    getCurrentDirectory: () => cwd,
    onUnRecoverableConfigFileDiagnostic: (problem) => void problems.push(problem),
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  const fatal = [...problems, ...(parsed?.errors ?? [])].find(({ code }) => !HARMLESS.has(code));
  if (parsed === undefined || fatal !== undefined) {
    const text = fatal === undefined ? "it can't be read" : ts.flattenDiagnosticMessageText(fatal.messageText, " ");
    throw new UsageError(`${relative(cwd, config)}: ${text}`);
  }
  return {
    config,
    options: adjustOptions(parsed.options, config),
    files: parsed.fileNames,
    references: parsed.projectReferences ?? [],
  };
}

/** No inputs (a tsconfig of references only has none), unknown options of other versions. */
const HARMLESS: ReadonlySet<number> = new Set([18002, 18003, 5023, 5025, 5101, 5102, 5107, 5108]);

/** Reads what the project's own compiler would read, checks JavaScript as well, and writes nothing. */
function adjustOptions(options: ts.CompilerOptions, config: string): ts.CompilerOptions {
  const own = readCompilerVersion(config);
  // Version 6 changed these defaults.
  const defaults: ts.CompilerOptions = own < 6 ? { strict: false, types: ["*"] } : {};
  const { tsBuildInfoFile: _, ...kept } = options;
  return {
    ...defaults,
    ...kept,
    ...(options.allowJs === true || config.endsWith("jsconfig.json") ? { allowJs: true, checkJs: true } : {}),
    ignoreDeprecations: "6.0",
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    emitDeclarationOnly: false,
    skipLibCheck: true,
    configFilePath: config,
  };
}

function readCompilerVersion(config: string): number {
  try {
    const json: unknown = JSON.parse(readFileSync(createRequire(config).resolve("typescript/package.json"), "utf8"));
    return isObject(json) ? Number.parseInt(String(json["version"]), 10) : 6;
  } catch {
    return 6;
  }
}
