import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { messageOf, parseCommandLine, reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { todayUtc } from "../../specs/lock/spec-lock.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { checkAdvisories, readExceptions } from "./check-advisories.ts";
import { checkLicences, readLicenceRules } from "./check-licences.ts";

const root = join(import.meta.dirname, "../../../..");
const project = join(root, "tools/inspect");
const signal = abortOnInterrupt();

/** Runs a program of the project in the repository. */
async function runTool(file: string, ...args: string[]): Promise<string> {
  await runCommand(process.execPath, [join(project, file), ...args], { cwd: root, signal, show: false });
  return "ok";
}

async function readData(file: string): Promise<unknown> {
  return parse(await readFile(join(project, file), "utf8"));
}

/** The output of a pnpm command that prints JSON, also where it exits with another code than 0. */
function readReport(...args: string[]): unknown {
  const { stdout } = spawnSync("pnpm", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

/** Throws the problems as one error. */
function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

async function auditDependencies(): Promise<string> {
  const exceptions = readExceptions(await readData("advisories.yaml"));
  let report: unknown;
  try {
    report = readReport("audit", "--json");
  } catch {
    return "not measured: the registry gives no advisories";
  }
  refuse(checkAdvisories(report, exceptions, todayUtc()));
  return "ok";
}

async function inspectLicences(): Promise<string> {
  const rules = readLicenceRules(await readData("licences.yaml"));
  refuse(checkLicences(readReport("licenses", "list", "--recursive", "--json"), rules));
  return "ok";
}

type Inspections = Readonly<Record<string, () => Promise<string>>>;

const INSPECTIONS: Inspections = {
  unused: () => runTool("node_modules/knip/bin/knip.js", "--config", join(project, "knip.json")),
  manifests: () => runTool("node_modules/sherif/index.js", "--fail-on-warnings", "-r", "packages-without-package-json"),
  licences: inspectLicences,
  advisories: auditDependencies,
};

/** Reads what a build has made, so it is a command of its own. */
function inspectSurface(write: boolean): Inspections {
  return { surface: () => runTool("api-reports.mjs", ...(write ? ["--write"] : [])) };
}

try {
  const { values } = parseCommandLine(process.argv.slice(2), {
    surface: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  });
  const inspections = values.surface ? inspectSurface(values.write) : INSPECTIONS;
  await runCommand("pnpm", ["install", "--frozen-lockfile", "--ignore-scripts", "--prefer-offline"], {
    cwd: project,
    signal,
    show: false,
  });
  for (const [name, inspect] of Object.entries(inspections)) {
    try {
      terminal.log(`inspect ${name}: ${await inspect()}`);
    } catch (error) {
      for (const line of messageOf(error).split("\n")) terminal.error(`inspect ${name}: ${line}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  process.exitCode = reportFailure("inspect", error, terminal);
}
