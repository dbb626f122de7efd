import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { asObject, asString, isArray } from "@nectar-sdk/openapi/document";
import { rolldown } from "rolldown";
import { tarOf } from "./tar-of.ts";

/** What a package costs those who install it and those who ship it. All figures are bytes. */
export interface PackageSizes {
  /** Everything that npm would publish, packed and compressed as npm does. */
  readonly tarball: number;
  /** The same without `openapi.json` and the changelog. */
  readonly withoutDocument: number;
  /** Those files, each compressed on its own and added up. */
  readonly singly: number;
  /** The code that runs, bundled, minified and compressed: the operation table and the constants. */
  readonly runtime: number;
}

/** Upper limits of an `api-v2.x` package, in bytes (1 kB is 1000 bytes). */
export const BUDGETS = { withoutDocument: 28_000, runtime: 2_500 } as const;

/** Files outside the budget: the document, which only tests and mock servers read, and the changelog, which grows with each release. */
const UNCOUNTED = new Set(["openapi.json", "CHANGELOG.md"]);

/** Measures a package that has been built, in its folder. */
export async function measurePackage(folder: string): Promise<PackageSizes> {
  const files = await publishedFiles(folder);
  const contents = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)),
  );
  const code = await bundle(join(folder, "dist/index.js"));
  const others = new Map([...contents].filter(([file]) => !UNCOUNTED.has(file)));
  return {
    tarball: compressed(tarOf(contents)),
    withoutDocument: compressed(tarOf(others)),
    singly: [...others.values()].reduce((sum, content) => sum + compressed(content), 0),
    runtime: compressed(Buffer.from(code)),
  };
}

/**
 * The files that `npm pack` would put into the package, by their path in its folder.
 *
 * @throws {Error} when the package has not been built
 */
export async function publishedFiles(folder: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: folder,
  });
  const [pack] = Object.values(asPacks(JSON.parse(stdout)));
  const files = asObject(pack, "npm pack")["files"];
  const paths = isArray(files) ? files.map((file) => asString(asObject(file, "file")["path"], "path")) : [];
  if (!paths.includes("dist/index.js")) throw new Error(`${folder} has not been built; run \`pnpm build\` first`);
  return paths.sort();
}

/** npm answers with a list; its next major version, with an object by package name. */
function asPacks(answer: unknown): readonly unknown[] | Readonly<Record<string, unknown>> {
  return isArray(answer) ? answer : asObject(answer, "npm pack");
}

/** What a bundler makes of everything that a module exports, minified. */
export async function bundle(entry: string): Promise<string> {
  const build = await rolldown({ input: entry, logLevel: "silent" });
  try {
    const { output } = await build.generate({ format: "esm", minify: true });
    return output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
  } finally {
    await build.close();
  }
}

function compressed(content: Uint8Array): number {
  return gzipSync(content, { level: 9 }).byteLength;
}
