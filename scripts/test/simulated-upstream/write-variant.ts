import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject } from "@nectar-sdk/openapi/document";
import { VERSIONS } from "../../src/shared/versions.ts";
import type { Axis } from "./axis.ts";
import { buildVariant, type Documents, parseAxes } from "./build-variant.ts";

const SPECS = join(import.meta.dirname, "../../../specs");

/** The documents of the repository, or of another folder like `specs`. */
export async function readDocuments(specs: string = SPECS, versions: readonly string[] = VERSIONS): Promise<Documents> {
  const read = versions.map(async (version) => {
    const file = join(specs, version, "openapi.json");
    return [version, asObject(JSON.parse(await readFile(file, "utf8")), file)] as const;
  });
  return new Map(await Promise.all(read));
}

/**
 * Writes a variant the way that `specs:pull --from <folder>` reads it.
 *
 * @param only the only version that differs
 */
export async function writeVariant(axes: readonly Axis[], seed: string, folder: string, only?: string): Promise<void> {
  const documents = await readDocuments();
  for (const [version, variant] of buildVariant(documents, axes, seed)) {
    const document = only === undefined || only === version ? variant : documents.get(version);
    await mkdir(join(folder, version), { recursive: true });
    await writeFile(join(folder, version, "openapi.json"), `${JSON.stringify(document, undefined, 2)}\n`);
  }
}

if (import.meta.main) {
  const [axes, seed, folder] = process.argv.slice(2);
  if (axes === undefined || seed === undefined || folder === undefined) {
    process.stderr.write("Usage: node write-variant.ts <all | random:<n> | axis,axis> <seed> <folder>\n");
    process.exitCode = 2;
  } else {
    const chosen = parseAxes(axes, seed);
    await writeVariant(chosen, seed, folder);
    process.stdout.write(`${folder}: ${chosen.map(({ name }) => name).join(", ")} (seed ${seed})\n`);
  }
}
