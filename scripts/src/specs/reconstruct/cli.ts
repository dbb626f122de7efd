import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { messageOf, printText } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { type FileToWrite, writeFiles } from "../../shared/write-files.ts";
import {
  formatLock,
  LOCK_FILE,
  type LockEntry,
  lockEntry,
  readLock,
  type SpecLock,
  todayUtc,
} from "../lock/spec-lock.ts";
import { type BuiltFile, buildFiles } from "./build-files.ts";

const USAGE = `Usage: pnpm specs:build [--check] [--specs <folder>]

Writes the three documents from specs/reconstruction, as long as no upstream document has replaced them.

  --check           change nothing; exit 1 with the list of files that do not agree
  --specs <folder>  the folder to build in, that of this repository by default`;

async function build(specs: string, check: boolean): Promise<boolean> {
  const lock = await readLock(specs);
  const pulled = [...lock].filter(([, { origin }]) => origin === "upstream").map(([version]) => version);
  const built = (await buildFiles(specs)).filter(
    ({ path }) => !pulled.some((version) => path.startsWith(`${version}/`)),
  );
  const files = [...built, { path: LOCK_FILE, content: formatLock(newLock(lock, built)) }];
  const stale = await findStale(specs, files);
  if (!check) await writeFiles(stale);
  if (pulled.length > 0) terminal.log(`${pulled.join(", ")}: from upstream, left alone`);
  for (const { path } of stale) terminal.log(`specs/${relative(specs, path)} ${check ? "does not agree" : "written"}`);
  terminal.log(`specs:build: ${files.length} files, ${stale.length} ${check ? "to build" : "changed"}`);
  return stale.length === 0 || !check;
}

function newLock(lock: SpecLock, built: readonly BuiltFile[]): SpecLock {
  const entries = built
    .filter(({ path }) => path.endsWith("/openapi.json"))
    .map(({ path, content }): [string, LockEntry] => {
      const version = path.slice(0, path.indexOf("/"));
      const origin = { source: "specs/reconstruction", origin: "reconstructed" as const };
      return [version, lockEntry(content, origin, lock.get(version), todayUtc())];
    });
  return new Map([...lock, ...entries]);
}

async function findStale(specs: string, files: readonly BuiltFile[]): Promise<FileToWrite[]> {
  const compared = await Promise.all(
    files.map(async ({ path, content }) => {
      const target = join(specs, path);
      const before = await readFile(target, "utf8").catch(() => undefined);
      return before === content ? [] : [{ path: target, content }];
    }),
  );
  return compared.flat();
}

try {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      specs: { type: "string", default: join(import.meta.dirname, "../../../../specs") },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) printText(USAGE, terminal.log);
  else if (!(await build(resolve(values.specs), values.check))) {
    terminal.error("specs:build: the files above do not agree with specs/reconstruction; run `pnpm specs:build`");
    process.exitCode = 1;
  }
} catch (error) {
  terminal.error(`specs:build: ${messageOf(error)}`);
  process.exitCode = 2;
}
