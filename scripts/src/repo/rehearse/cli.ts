import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCommandLine, printText, reportFailure, UsageError } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { choosePnpm } from "../copy/copy-repository.ts";
import { findNode20 } from "../copy/find-node20.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { openRegistry, readRegistryUrl } from "../release/registry-client.ts";
import { CHANGED_DOCUMENT, OTHER_CHANGES, STABLE } from "./drift-steps.ts";
import { FAULTS } from "./faults.ts";
import { formatTable } from "./moves/format-table.ts";
import { prepareNpm } from "./registry/prepare-npm.ts";
import { startRegistry } from "./registry/start-registry.ts";
import { createReleaseRepository } from "./release-repository.ts";
import { FIRST_RELEASE, SIDE_BY_SIDE } from "./release-steps.ts";
import { runSteps } from "./run-steps.ts";

const USAGE = `Usage: pnpm rehearse [--fault <name>]

Rehearses releases on this machine: versions, packs and publishes a copy of the repository to a registry on loopback, installs from there, and
repeats it with changed documents. Staging, approval and provenance are not part of it.

  --fault <name>  make a mistake that the rehearsal must notice: ${[...FAULTS.keys()].join(", ")}
  --help          this text`;

const root = join(import.meta.dirname, "../../../..");
const tool = join(root, "tools/registry");

async function rehearse(fault: string | undefined, signal: AbortSignal): Promise<boolean> {
  const start = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "rehearsal-"));
  try {
    const [program, ...first] = await choosePnpm(root);
    const install = ["--dir", tool, "install", "--frozen-lockfile", "--prefer-offline", "--ignore-scripts"];
    await runCommand(program, [...first, ...install], { cwd: tool, signal, show: false });
    await using registry = await startRegistry(tool, join(folder, "registry"), await readRegistryUrl());
    await using repository = await createReleaseRepository();
    const rehearsal = {
      ...{ repository, folder, readReleases: openRegistry(registry.url), first: new Map() },
      npm: await prepareNpm(registry.url, join(folder, "npm"), findNode20()),
      makeFault: FAULTS.get(fault ?? "") ?? (async () => {}),
    };
    const prepared = { step: "copy, install, start the registry", moves: [], problems: [] };
    const row = { ...prepared, seconds: (performance.now() - start) / 1000 };
    const steps = [...FIRST_RELEASE, ...CHANGED_DOCUMENT, ...SIDE_BY_SIDE, ...OTHER_CHANGES, ...STABLE];
    const rows = await runSteps(steps, rehearsal, ({ step, seconds, problems }) => {
      signal.throwIfAborted();
      terminal.log(`${problems.length === 0 ? "✓" : "✗"} ${step} (${seconds.toFixed(1)} s)`);
    });
    printText(`\n${formatTable([row, ...rows]).join("\n")}`, terminal.log);
    return rows.every(({ problems }) => problems.length === 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  const { values } = parseCommandLine(process.argv.slice(2), {
    fault: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.fault !== undefined && !FAULTS.has(values.fault)) {
    throw new UsageError(`--fault ${values.fault}: expected one of: ${[...FAULTS.keys()].join(", ")}`);
  }
  if (values.help) printText(USAGE, terminal.log);
  else if (!(await rehearse(values.fault, abortOnInterrupt()))) process.exitCode = 1;
} catch (error) {
  process.exitCode = reportFailure("rehearse", error, terminal);
}
