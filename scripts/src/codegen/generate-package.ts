import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { effectiveDocument } from "../overlay/effective-document.ts";
import { asObject, type JsonObject } from "../shared/json.ts";
import { type GeneratedFile, generateSources } from "./generate.ts";
import { readApi } from "./model/read-api.ts";
import type { CallNames } from "./names/call-name.ts";
import { parseResources } from "./names/parse-resources.ts";
import { packageFiles } from "./package/package-files.ts";
import { CodegenError, within } from "./problem.ts";

/** The names of all operations, from `specs/resources.yaml`. */
export async function readNames(root: string): Promise<CallNames> {
  return parseResources(await readFile(join(root, "specs/resources.yaml"), "utf8"));
}

/** All files of the package of one version, in the order of their paths. */
export async function generatePackage(root: string, version: string, names: CallNames): Promise<GeneratedFile[]> {
  const specs = join(root, "specs");
  const [document, source, license, manifest] = await Promise.all([
    effectiveDocument(specs, version),
    readFile(join(specs, version, "openapi.json")),
    readFile(join(root, "LICENSE"), "utf8"),
    readManifest(join(root, "packages", `api-${version}`, "package.json")),
  ]);
  const sha256 = createHash("sha256").update(source).digest("hex");
  const sources = await generateSources(document, names, { version, sha256 }).catch((error: unknown) => {
    throw error instanceof CodegenError ? new CodegenError(within(version, error.problems)) : error;
  });
  const others = packageFiles({ version, sha256, api: readApi(document, names), license, manifest });
  const openapi = { path: "openapi.json", content: `${JSON.stringify(document, undefined, 2)}\n` };
  const files = [...sources, openapi, ...[...others].map(([path, content]) => ({ path, content }))];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readManifest(path: string): Promise<JsonObject> {
  // A package that is generated for the first time has none.
  const text = await readFile(path, "utf8").catch(() => "{}");
  return asObject(JSON.parse(text), path);
}
