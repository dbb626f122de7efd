import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseCommandLine, printText, reportFailure } from "../../shared/command-line.ts";
import { finishJournal } from "../../shared/journal.ts";
import { terminal } from "../../shared/terminal.ts";
import { writeFiles } from "../../shared/write-files.ts";
import { formatLock, LOCK_FILE, lockEntry, readLock, todayUtc } from "../lock/spec-lock.ts";
import { buildFiles } from "./build-files.ts";

const USAGE = `Usage: pnpm specs:build [--check] [--specs <folder>]

Writes the documents from specs/reconstruction, except those that a pull has replaced.

  --check           write nothing; list the files that differ, and exit with 1 if there are any
  --specs <folder>  the folder to build in, by default that of this repository`;

/** Writes the files that differ, or only lists them, and returns how many there are. */
async function build(specs: string, check: boolean): Promise<number> {
  await finishJournal(join(specs, ".."), terminal.error);
  const lock = await readLock(specs);
  const pulled = [...lock].filter(([, { origin }]) => origin === "upstream").map(([version]) => version);
  const built = (await buildFiles(specs)).filter(
    ({ path }) => !pulled.some((version) => path.startsWith(`${version}/`)),
  );
  const entries = new Map(lock);
  for (const { path, content } of built.filter((file) => file.path.endsWith("/openapi.json"))) {
    const version = path.slice(0, path.indexOf("/"));
    const origin = { source: "specs/reconstruction", origin: "reconstructed" } as const;
    entries.set(version, lockEntry(content, origin, lock.get(version), todayUtc()));
  }
  const files = [...built, { path: LOCK_FILE, content: formatLock(entries) }].map(({ path, content }) => ({
    path: join(specs, path),
    content,
  }));
  const current = await Promise.all(files.map(({ path }) => readFile(path, "utf8").catch(() => undefined)));
  const stale = files.filter(({ content }, index) => content !== current[index]);
  if (!check) await writeFiles(stale);
  if (pulled.length > 0) terminal.log(`${pulled.join(", ")}: from upstream, not built`);
  for (const { path } of stale) terminal.log(`specs/${relative(specs, path)} ${check ? "differs" : "written"}`);
  terminal.log(`specs:build: ${files.length} files, ${stale.length} ${check ? "to build" : "changed"}`);
  return stale.length;
}

try {
  const { values } = parseCommandLine(process.argv.slice(2), {
    check: { type: "boolean", default: false },
    specs: { type: "string", default: join(import.meta.dirname, "../../../../specs") },
    help: { type: "boolean", default: false },
  });
  if (values.help) printText(USAGE, terminal.log);
  else if ((await build(resolve(values.specs), values.check)) > 0 && values.check) {
    throw new Error("the files above differ from specs/reconstruction; run `pnpm specs:build`");
  }
} catch (error) {
  process.exitCode = reportFailure("specs:build", error, terminal);
}
