import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { listFiles } from "../../shared/list-files.ts";
import { packageFolder } from "../../shared/version-names.ts";

/** How many times larger the generated packages are than before, compressed: the largest of all versions. */
export async function measureGrowth(before: string, after: string, versions: readonly string[]): Promise<number> {
  const ratios = await Promise.all(
    versions.map(async (version) => {
      const [old, recent] = [await measure(before, version), await measure(after, version)];
      return old === 0 ? 1 : recent / old;
    }),
  );
  return Math.max(1, ...ratios);
}

async function measure(root: string, version: string): Promise<number> {
  const folder = join(root, packageFolder(version));
  const sources = await listFiles(join(folder, "src")).catch(() => []);
  if (sources.length === 0) return 0;
  const files = ["openapi.json", "README.md", ...sources.map((file) => `src/${file}`)];
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return gzipSync(Buffer.concat(contents)).byteLength;
}
