import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const packageRoot = join(import.meta.dirname, "../..");

/** Bundles this line as a consumer would. */
async function bundle(source: string, options: { readonly ignoreAnnotations?: boolean } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: packageRoot },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
    metafile: true,
    ...options,
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: parts }) =>
    Object.entries(parts).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return { code: outputFiles[0]?.text ?? "", inputs };
}

describe("the bundle of a consumer", () => {
  test("the bundle of the core excludes paging, jobs and uploads", async () => {
    const { code } = await bundle('export { createCoreClient } from "@nectar-sdk/client/core";');
    for (const word of ["resumeFrom", "submitMany", "TERMINATED", "%PDF-", "node:fs"]) expect(code).not.toContain(word);
  });

  test("the bundle of the client includes paging, jobs and uploads", async () => {
    const { code } = await bundle('export { createNectarClient } from "@nectar-sdk/client";');
    for (const word of ["resumeFrom", "submitMany", "TERMINATED", "%PDF-", "node:fs"]) expect(code).toContain(word);
  });

  test("the bundle of the guards includes neither the client nor openapi-fetch", async () => {
    const { inputs } = await bundle('export { isNectarError, isApiError } from "@nectar-sdk/client";');
    expect(inputs.filter((file) => file.includes("openapi-fetch"))).toEqual([]);
  });

  test("a bundler for browsers needs no stand-in for Node's modules", async () => {
    await expect(bundle('export * from "@nectar-sdk/client";')).resolves.toBeDefined();
  });
});

test("nothing runs at import: an import for side effects bundles to nothing", async () => {
  const { code } = await bundle('import "@nectar-sdk/client"; import "@nectar-sdk/client/core";', {
    ignoreAnnotations: true,
  });
  expect(code).toBe("");
});
