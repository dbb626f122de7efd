import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");

/** The bundle of a consumer with this line. */
async function bundle(source: string, options: { readonly ignoreAnnotations?: boolean } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: packageRoot },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
    logLevel: "error",
    metafile: true,
    ...options,
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: parts }) =>
    Object.entries(parts).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return { code: outputFiles[0]?.text ?? "", inputs };
}

describe("the bundle of a consumer", () => {
  test("has fixtures only if it imports them", async () => {
    const production = await bundle('export * from "@nectar-sdk/webhooks"; export * from "@nectar-sdk/webhooks/node";');
    expect(production.code).not.toContain("thames-water");
    expect((await bundle('export * from "@nectar-sdk/webhooks/testing";')).code).toContain("thames-water");
  });

  test("needs no module of a runtime, which a bundler cannot resolve", async () => {
    for (const entry of ["", "/node", "/testing"])
      await expect(bundle(`export * from "@nectar-sdk/webhooks${entry}";`)).resolves.toBeDefined();
  });

  test("depends only on standardwebhooks and its dependencies", async () => {
    const { inputs } = await bundle('export * from "@nectar-sdk/webhooks";');
    const packages = inputs.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(["@stablelib/base64", "fast-sha256", "standardwebhooks"]);
  });

  test("has neither the handler nor the signatures if it imports only the guards", async () => {
    const { code } = await bundle('export { isWebhookEvent, isWebhookVerificationError } from "@nectar-sdk/webhooks";');
    expect(code.length).toBeLessThan(400);
  });
});

test("each entry stays within its budget", { timeout: 60_000 }, async () => {
  // Exits with a non-zero code if an entry is above its budget.
  const { stdout } = await run(process.execPath, [join(packageRoot, "node_modules/size-limit/bin.js"), "--json"], {
    cwd: packageRoot,
  });
  const entries: { readonly name: string; readonly passed: boolean }[] = JSON.parse(stdout);
  expect(entries.map(({ passed }) => passed)).toEqual([true, true, true]);
});
