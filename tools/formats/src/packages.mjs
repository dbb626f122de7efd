import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

const SCOPE = "@nectar-sdk/";

/** The entries that exist as ES modules only, by package. */
const ESM_ONLY = {
  "@nectar-sdk/migrate": ["."],
  "@nectar-sdk/testing": [".", "./document", "./vitest", "./vitest/setup"],
};

/** Reads the names of our packages and their tarballs from the manifest of this project. */
export async function readPackages() {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  return Object.entries(dependencies).map(([name, file]) => ({
    name,
    tarball: file.replace(/^file:/, ""),
    folder: join(ROOT, "node_modules", name),
    esmOnly: ESM_ONLY[name] ?? [],
  }));
}

/** The folder of an installed package of ours. */
export const findFolder = (name) => join(ROOT, "node_modules", SCOPE + name);

/**
 * Copies folders of this project, and one of our packages with a fault. Each check must fail with a fault. The copy goes when the test ends.
 *
 * @param damage one of `FAULTS`
 * @returns the folder that contains the copies
 */
export async function copyWithFault(context, damage, ...folders) {
  const copy = await mkdtemp(join(ROOT, "faulty-"));
  context.after(() => rm(copy, { recursive: true }));
  for (const folder of folders) await cp(join(ROOT, folder), join(copy, folder), { recursive: true });
  const faulty = join(copy, "node_modules", `${SCOPE}api-v2.2`);
  await cp(findFolder("api-v2.2"), faulty, { recursive: true, dereference: true });
  await damage(faulty);
  return copy;
}

/** Possible faults of a package. */
export const FAULTS = {
  /** The package exists as ES modules only. */
  async esmOnly(folder) {
    const file = join(folder, "package.json");
    const { main, types, typesVersions, ...manifest } = JSON.parse(await readFile(file, "utf8"));
    const entries = Object.entries(manifest.exports).map(([entry, { require: _, ...target }]) => [entry, target]);
    const exports = Object.fromEntries(entries.filter(([entry]) => !entry.endsWith(".json")));
    await writeFile(file, JSON.stringify({ ...manifest, exports }));
  },
  /** Nothing tells that `dist/cjs` is CommonJS. */
  unnamedFormat: (folder) => rm(join(folder, "dist/cjs/package.json")),
  /** A declaration of CommonJS is invalid. */
  invalidTypes: (folder) => appendFile(join(folder, "dist/cjs/index.d.ts"), "export declare const invalid: Missing;\n"),
};
