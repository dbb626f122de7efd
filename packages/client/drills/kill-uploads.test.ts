import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PACKAGE_ROOT, readExamples, withPrologue } from "../test/support/package/readme-examples.ts";
import { type CountingServer, type Moment, startCountingServer } from "./support/counting-server.ts";

const FILES = 12;
/** Before each upload, after its response, and at the end of its job. */
const SAVES = 3 * FILES;
const PLACES = ["before the save", "while the file is written", "before the file is renamed", "after the save"];
const MOMENTS: readonly Moment[] = [
  "when its headers arrive",
  "when it has arrived",
  "when it is accepted",
  "when its response is sent",
];
/** Files that may be in flight at once. */
const CONCURRENCY = 4;

/** The README's example that stores its manifest: the drill runs what users copy. */
const [example] = (await readExamples()).filter(({ code }) => code.includes("save:"));

let server: CountingServer;
let folder = "";
/** SHA-256 of each bill, by its path. */
const bills = new Map<string, string>();
const toPath = (name: string): string => join(folder, name);

beforeAll(async () => {
  server = await startCountingServer();
  folder = await mkdtemp(join(PACKAGE_ROOT, "test/readme-"));
  await mkdir(toPath("bills"));
  for (let number = 0; number < FILES; number += 1) {
    const bill = `%PDF-1.7\nbill ${number}\n${"x".repeat(10_000)}`;
    const path = toPath(`bills/${number}.pdf`);
    await writeFile(path, bill);
    bills.set(path, createHash("sha256").update(bill).digest("hex"));
  }
  // A single file without types starts in a quarter of the time.
  const contents = withPrologue(example?.code ?? "", folder);
  const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
  const options = { bundle: true, platform: "node", format: "esm", target: "node24", logLevel: "warning" } as const;
  await build({ ...options, stdin, outfile: toPath("program.mjs") });
  const killSwitch = join(import.meta.dirname, "support/kill-switch.ts");
  await build({ ...options, entryPoints: [killSwitch], outfile: toPath("kill-switch.mjs") });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  server.counts.clear();
  server.uploads = 0;
  server.onMoment = () => {};
  await rm(toPath("manifest.json"), { force: true });
});

/** A run of the program: how it ended, and the printed status of each file. */
interface Run {
  readonly end: unknown;
  readonly statuses: ReadonlyMap<string, string>;
}

/** Starts the program. */
function start(kill: object = {}): ChildProcess {
  return spawn(process.execPath, ["--import", pathToFileURL(toPath("kill-switch.mjs")).href, toPath("program.mjs")], {
    env: {
      ...process.env,
      NECTAR_API_KEY: "drill-key-1",
      DRILL_SERVER: server.url,
      DRILL_KILL: JSON.stringify(kill),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function finish(child: ChildProcess): Promise<Run> {
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code, signal] = await once(child, "close");
  const lines = printed.matchAll(/^(\S+) (\w+) /gm);
  return { end: code ?? signal, statuses: new Map([...lines].map(([, path = "", status = ""]) => [path, status])) };
}

/** After a kill and after the resumed run, each file has arrived once or is uncertain; in the end no file is missing. */
async function expectAtMostOnce(): Promise<void> {
  expect(Math.max(0, ...server.counts.values())).toBeLessThanOrEqual(1);

  const { end, statuses } = await finish(start());

  expect(end).toBe(0);
  expect(Math.max(...server.counts.values())).toBe(1);
  expect([...statuses.keys()].toSorted()).toEqual([...bills.keys()].toSorted());
  const uncertain = [...statuses].filter(([, status]) => status === "uncertain");
  expect(uncertain.length).toBeLessThanOrEqual(CONCURRENCY);
  for (const [path, status] of statuses) {
    if (status === "uncertain") continue;
    expect([path, status, server.counts.get(bills.get(path) ?? "")]).toEqual([path, "completed", 1]);
  }
}

test("the README contains the program of this drill", () => {
  expect(example?.code).toContain("rename(");
});

test("without a kill, each file arrives once and is saved three times", async () => {
  const { end, statuses } = await finish(start({ save: SAVES + 1, place: PLACES[0] }));

  expect(end).toBe(0);
  expect(new Set(statuses.values())).toEqual(new Set(["completed"]));
  await expectAtMostOnce();
});

// The point of the kill moves on with the number of the save, so that four consecutive runs cover every point.
test.each(
  Array.from({ length: SAVES }, (_, index) => [index + 1, PLACES[(index + Math.floor(index / 4)) % 4] ?? ""] as const),
)("killed at save %d, %s: no file arrives twice, and no file is forgotten", async (save, place) => {
  const { end } = await finish(start({ save, place }));

  expect(end).toBe("SIGKILL");
  await expectAtMostOnce();
});

test.each(
  Array.from(
    { length: FILES },
    (_, index) => [index + 1, MOMENTS[(index + Math.floor(index / 4)) % 4] ?? "when it has arrived"] as const,
  ),
)("killed during upload %d, %s: no file arrives twice, and no file is forgotten", async (upload, moment) => {
  const child = start();
  server.onMoment = (now, number) => {
    if (now === moment && number === upload) child.kill("SIGKILL");
  };

  const { end } = await finish(child);

  expect(end).toBe("SIGKILL");
  server.onMoment = () => {};
  await expectAtMostOnce();
});
