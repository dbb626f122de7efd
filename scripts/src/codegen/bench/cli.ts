import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { readApi } from "@nectar-sdk/openapi/document";
import { terminal } from "../../shared/terminal.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { checkDocument } from "../check/check-document.ts";
import { generatePackage } from "../generate-package.ts";
import { loadVersion } from "../load-version.ts";
import { parseResources } from "../names/parse-resources.ts";
import { resolveNames } from "../names/resolve-names.ts";
import { summarise } from "./summarise.ts";

// Prints figures without judging them: a limit on time would fail on a busy machine. The one to compare with is 6 s, cold, on two cores.
const root = join(import.meta.dirname, "../../../..");
const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const runs = Math.max(1, Math.trunc(Number(values.runs)) || 1);

terminal.log(`codegen, ${runs} runs each, Node ${process.version}, ${availableParallelism()} cores; milliseconds`);
terminal.log(row("", ["fastest", "median", "slowest"]));
await measure("all packages, cold", async () => {
  // A new process without any cache of compiled code: all that `pnpm codegen` does, up to the writing.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
  await promisify(execFile)(process.execPath, [join(root, "scripts/src/codegen/cli.ts"), "--check"], { env });
});

const { operations, docs } = parseResources(await readFile(join(root, "specs/resources.yaml"), "utf8"));
for (const version of VERSIONS) {
  const loaded = await loadVersion(root, version);
  const { names } = resolveNames(readApi(loaded.document), operations);
  await measure(`${version}: load and overlay`, () => loadVersion(root, version));
  await measure(`${version}: check`, async () => checkDocument(loaded.document, names));
  await measure(`${version}: generate`, () => generatePackage({ ...loaded, names, docs }));
}

async function measure(what: string, run: () => Promise<unknown>): Promise<void> {
  const durations: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const start = performance.now();
    await run();
    durations.push(performance.now() - start);
  }
  const { fastest, median, slowest } = summarise(durations);
  terminal.log(
    row(
      what,
      [fastest, median, slowest].map((duration) => duration.toFixed(0)),
    ),
  );
}

function row(what: string, columns: readonly string[]): string {
  return what.padEnd(28) + columns.map((column) => column.padStart(10)).join("");
}
