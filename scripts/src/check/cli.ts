import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkDocument } from "../codegen/check/check-document.ts";
import { parseResources } from "../codegen/names/parse-resources.ts";
import { problemLine, within } from "../codegen/problem.ts";
import { readLock, verifyLock } from "../lock/spec-lock.ts";
import { effectiveDocument } from "../overlay/effective-document.ts";
import { VERSIONS, type Version } from "../shared/versions.ts";
import { redoclyLint } from "./redocly-lint.ts";

const specs = join(import.meta.dirname, "../../../specs");

/** Lints a document as it is, and proves what the generator relies on with the overlays applied. */
async function checkVersion(version: Version): Promise<string[]> {
  const names = parseResources(await readFile(join(specs, "resources.yaml"), "utf8"));
  const [lint, document] = await Promise.all([
    redoclyLint(join(specs, version, "openapi.json"), join(specs, "redocly.yaml")),
    effectiveDocument(specs, version),
  ]);
  return [
    ...lint.map((line) => `${version} ${line}`),
    ...within(version, checkDocument(document, names)).map((problem) => problemLine(problem)),
  ];
}

try {
  const locked = await verifyLock(specs, await readLock(specs), VERSIONS);
  const problems = [...locked, ...(await Promise.all(VERSIONS.map(checkVersion))).flat()];
  for (const problem of problems) console.error(problem);
  console.log(`specs:check: ${VERSIONS.length} documents, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`specs:check: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
