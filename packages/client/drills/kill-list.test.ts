import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sendJson, startServer } from "../test/support/loopback-server.ts";
import { createRandom } from "./support/hostile-list.ts";

const PROGRAM = join(import.meta.dirname, "support/list-until-killed.ts");
const PER_PAGE = 10;

/** How the front of the list changes before every fourth requested page. */
type Kind = "still" | "grows" | "shrinks" | "grows and shrinks";

function createList(kind: Kind, random: () => number) {
  const staying = new Set(Array.from({ length: 160 }, (_, index) => `item-${index}`));
  let ids = [...staying];
  let requested = 0;
  const change = (): void => {
    const grows = kind === "grows" || (kind === "grows and shrinks" && random() < 0.5);
    if (grows) ids = [`new-${requested}`, ...ids];
    else {
      const [gone = ""] = ids;
      staying.delete(gone);
      ids = ids.slice(1);
    }
  };
  const page = (number: number): object => {
    requested += 1;
    if (kind !== "still" && requested % 4 === 0) change();
    const totalPages = Math.ceil(ids.length / PER_PAGE);
    const currentPage = Math.min(number, totalPages);
    const documents = ids.slice((currentPage - 1) * PER_PAGE, currentPage * PER_PAGE).map((id) => ({ id }));
    const hasNext = currentPage < totalPages;
    return { totalDocuments: ids.length, perPage: PER_PAGE, totalPages, currentPage, hasNext, documents };
  };
  return { staying, page };
}

/** Runs the program until it exits or kills itself, and returns whether it exited normally. */
async function run(...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const [code, signal] = await once(child, "exit");
  if (signal !== "SIGKILL") expect(code).toBe(0);
  return code === 0;
}

/** Ids that were repeated although they preceded the stored cursor. */
function findRepeats(runs: readonly (readonly string[])[]): string[] {
  const done = new Set<string>();
  const repeats: string[] = [];
  for (const lines of runs) {
    const ids = lines.filter((line) => line !== "stored");
    repeats.push(...ids.filter((id, index) => done.has(id) || ids.indexOf(id) < index));
    for (const id of lines.slice(0, lines.lastIndexOf("stored") + 1)) if (id !== "stored") done.add(id);
  }
  return repeats;
}

test.each([
  ["still", 4],
  ["grows", 4],
  ["shrinks", 1],
  ["shrinks", 4],
  ["grows and shrinks", 4],
] as const)(
  "a list survives repeated kills: it loses nothing and repeats only items not yet stored: %s, at concurrency %i",
  async (kind, concurrency) => {
    const random = createRandom(concurrency * 31 + kind.length);
    const { staying, page } = createList(kind, random);
    const server = await startServer(({ url }, response) =>
      sendJson(response, page(Number(new URL(url, "http://localhost").searchParams.get("page")))),
    );
    const folder = await mkdtemp(join(tmpdir(), "nectar-kill-list-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const cursor = join(folder, "cursor.json");
    const runs: string[][] = [];
    for (let isDone = false; !isDone; ) {
      const log = join(folder, `${runs.length}.log`);
      // Late enough to store a cursor now and then.
      const killAt = String(15 + Math.floor(random() * 60));
      isDone = await run(server.url, cursor, log, String(concurrency), killAt);
      runs.push((await readFile(log, "utf8").catch(() => "")).split("\n").filter((line) => line !== ""));
      expect(runs.length).toBeLessThan(100);
    }
    expect(runs.length).toBeGreaterThan(4);
    const all = new Set(runs.flat());
    expect([...staying].filter((id) => !all.has(id))).toEqual([]);
    expect(findRepeats(runs)).toEqual([]);
  },
);
