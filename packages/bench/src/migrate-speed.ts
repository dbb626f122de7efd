import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMedian } from "./measure.ts";
import { writeProject } from "./migrate-project.ts";
import { type Figure, formatReport } from "./report.ts";

const { resolve } = createRequire(import.meta.url);
/** The compiler that the command contains. */
const TSC = [resolve("typescript-6/lib/tsc.js"), "--noEmit"];
const VERSIONS = ["--from", "v2.0", "--to", "v2.2"];

/** Options of {@link measureMigrateSpeed}. */
export interface MigrateSpeedOptions {
  /** @default 2000 */
  readonly files?: number;
  /** @default 3 */
  readonly rounds?: number;
}

/** Time and memory of one process. */
interface Cost {
  readonly time: number;
  /** Peak, in MB. */
  readonly memory: number;
}

/** Measures `nectar-migrate check` and `apply` beside `tsc --noEmit` of the same compiler, on the same project. */
export async function measureMigrateSpeed({ files = 2_000, rounds = 3 }: MigrateSpeedOptions = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "bench-migrate-"));
  try {
    await writeProject(root, files);
    const bin = resolve("@nectar-sdk/migrate/package.json").replace(/package\.json$/, "bin/nectar-migrate.js");
    const commands = {
      "tsc --noEmit": TSC,
      check: [bin, "check", ...VERSIONS],
      // The plan and its check; writing is not measured, so that each round finds the same project.
      apply: [bin, "apply", ...VERSIONS, "--dry-run", "--force"],
    };
    const costs = new Map(Object.keys(commands).map((name): [string, Cost[]] => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, args] of Object.entries(commands)) costs.get(name)?.push(runOnce(args, root));
    }
    return formatReport(`Migration of ${files} files`, toFigures(costs));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const GOALS: Readonly<Record<string, number>> = { check: 2.2, apply: 2.5 };
const MEMORY_GOAL = 2;

function toFigures(costs: ReadonlyMap<string, readonly Cost[]>): Figure[] {
  const medians = [...costs].map(([name, list]) => ({
    name,
    time: findMedian(list.map(({ time }) => time)),
    memory: findMedian(list.map(({ memory }) => memory)),
  }));
  const [base, ...others] = medians;
  if (base === undefined) return [];
  return [
    ...medians.map(({ name, time }): Figure => ({ name, value: time, unit: "ms" })),
    ...others.flatMap(({ name, time, memory }): Figure[] => [
      { name: `${name} over ${base.name}`, value: time / base.time, unit: "×", goal: GOALS[name] ?? Number.NaN },
      { name: `${name} over ${base.name}, memory`, value: memory / base.memory, unit: "×", goal: MEMORY_GOAL },
    ]),
  ];
}

/** Prints the peak of memory in kB as the last line of the errors. */
const PRINT_MEMORY = `process.on("exit", () => fs.writeSync(2, "\\n" + process.resourceUsage().maxRSS));`;
const PRELOAD = `data:text/javascript,${encodeURIComponent(`import fs from "node:fs"; ${PRINT_MEMORY}`)}`;

/** Exit code 1 means that there is something to do. */
function runOnce(args: readonly string[], cwd: string): Cost {
  const [script = "", ...rest] = args;
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", PRELOAD, script, ...rest], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const time = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${script}: exit ${status}\n${stdout.slice(0, 500)}\n${stderr}`);
  return { time, memory: Number(stderr.trimEnd().split("\n").at(-1)) / 1024 };
}
