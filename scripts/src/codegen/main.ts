import { join } from "node:path";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { type Output, printText, reportFailure } from "../shared/command-line.ts";
import { finishJournal } from "../shared/journal.ts";
import { readVersions } from "../shared/versions.ts";
import type { CheckedVersion, Lint } from "./check-specs.ts";
import { codegen } from "./codegen.ts";
import { type WrittenMigration, writeMigration } from "./migration/write-migration.ts";
import { parseOptions, USAGE } from "./options.ts";
import { ORIGINS_FILE, writeOrigins } from "./origins/write-origins.ts";
import type { GeneratedFile } from "./package/update-folder.ts";
import { isHandWritten, writeVersionLists } from "./versions/write-version-lists.ts";
import { writeWebhookPayloads } from "./webhooks/write-webhook-payloads.ts";

/** Runs the command line and returns the exit code: 0 success, 1 bad input or stale files, 2 invalid command line. */
export async function main(args: readonly string[], root: string, output: Output, lint: Lint): Promise<number> {
  try {
    await finishJournal(root, output.error);
    const versions = await readVersions(join(root, "specs"));
    const options = parseOptions(args, versions);
    if (options.help) {
      printText(USAGE, output.log);
      return 0;
    }
    const chosen = options.version === undefined ? versions : [options.version];
    const write = !options.check && !options.list;
    const generated = await codegen(root, chosen, lint, write);
    // A run for a single version does not touch the shared files.
    const common =
      options.version === undefined ? await writeCommon(root, versions, generated.versions, write) : NOTHING;
    const files = [...generated.files, ...common.files];
    if (options.list) {
      const whole = common.files.filter(({ file }) => !isHandWritten(file) && file !== ORIGINS_FILE);
      return listFiles([...generated.files, ...whole], output);
    }
    for (const note of [...generated.notes, ...common.notes]) output.log(`note: ${makeVisible(note)}`);
    const stale = files.filter(({ state }) => state !== "up to date");
    return options.check ? reportStale(stale, chosen, output) : reportWritten(stale, chosen, output);
  } catch (error) {
    return reportFailure("codegen", error, output);
  }
}

const NOTHING: WrittenMigration = { files: [], notes: [] };

/** Updates generated files in packages that do not belong to a version. */
async function writeCommon(
  root: string,
  versions: readonly string[],
  checked: readonly CheckedVersion[],
  write: boolean,
): Promise<WrittenMigration> {
  const newest = checked.at(-1);
  const lists = await writeVersionLists(root, versions, write);
  const origins = await writeOrigins(root, versions, write);
  const payloads = newest === undefined ? [] : await writeWebhookPayloads(root, newest, write);
  const { files, notes } = await writeMigration(root, checked, write);
  return { files: [...lists, ...origins, ...payloads, ...files], notes };
}

function listFiles(files: readonly GeneratedFile[], { log }: Output): number {
  for (const { file, state } of files) if (state !== "left over") log(file);
  return 0;
}

function reportWritten(changed: readonly GeneratedFile[], versions: readonly string[], { log }: Output): number {
  for (const { file, state } of changed) log(`${state === "left over" ? "removed" : "wrote"} ${file}`);
  if (changed.length === 0) log(`${versions.join(", ")}: up to date`);
  return 0;
}

function reportStale(changed: readonly GeneratedFile[], versions: readonly string[], { log, error }: Output): number {
  for (const { file, state } of changed) error(`${file}: ${state}`);
  if (changed.length > 0) error("codegen: not up to date; run `pnpm codegen` and commit the result");
  else log(`${versions.join(", ")}: up to date`);
  return changed.length > 0 ? 1 : 0;
}
