import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseVersion, VERSIONS, type Version } from "../shared/versions.ts";
import { generatePackage, readNames } from "./generate-package.ts";
import { CodegenError, problemLine } from "./problem.ts";
import { findStale, writeStale } from "./sync-package.ts";

const USAGE = `Usage: pnpm codegen [--version ${VERSIONS.join(" | ")}] [--check]

Generates packages/api-v2.x from specs/.

  --version <v>   one version; all of them by default
  --check         change nothing; exit 1 with the list of stale files`;

const root = join(import.meta.dirname, "../../..");

async function codegen(versions: readonly Version[], check: boolean): Promise<boolean> {
  const names = await readNames(root);
  let fresh = true;
  for (const version of versions) {
    const folder = join(root, "packages", `api-${version}`);
    const files = await generatePackage(root, version, names);
    const stale = await findStale(folder, files);
    if (!check) await writeStale(folder, files, stale);
    for (const { path, state } of stale) {
      console.log(`packages/api-${version}/${path} ${check ? state : state === "left over" ? "removed" : "written"}`);
    }
    console.log(`${version}: ${files.length} files, ${stale.length} ${check ? "stale" : "changed"}`);
    fresh &&= stale.length === 0;
  }
  return fresh || !check;
}

function parseOptions(): { versions: readonly Version[]; check: boolean; help: boolean } {
  const { values } = parseArgs({
    options: { version: { type: "string" }, check: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  return { ...values, versions: values.version === undefined ? VERSIONS : [parseVersion(values.version)] };
}

try {
  const { versions, check, help } = parseOptions();
  if (help) console.log(USAGE);
  else if (!(await codegen(versions, check))) {
    console.error("codegen: the files above are stale; run `pnpm codegen` and commit the result");
    process.exitCode = 1;
  }
} catch (error) {
  if (error instanceof CodegenError) {
    for (const problem of error.problems) console.error(problemLine(problem));
    process.exitCode = 1;
  } else {
    console.error(`codegen: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
