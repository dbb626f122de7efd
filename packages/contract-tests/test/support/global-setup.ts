import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { VERSIONS } from "../../src/apis.ts";
import { formatCoverageLines } from "../../src/coverage-lines.ts";
import { COVERAGE_FOLDER } from "./coverage-folder.ts";
import { startPrismCli } from "./prism-cli.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the Prism of each version. */
    prism: Readonly<Record<string, string>>;
  }
}

/**
 * Starts one Prism per version for all files, and prints the coverage at the end. It runs Prism's command line, while `@nectar-sdk/testing` uses
 * Prism's packages, so the documents are tested with both.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await rm(COVERAGE_FOLDER, { recursive: true, force: true });
  await mkdir(COVERAGE_FOLDER, { recursive: true });
  const servers = await Promise.all(VERSIONS.map(({ api }) => startPrismCli(api)));
  project.provide("prism", Object.fromEntries(servers.map(({ version, url }) => [version, url])));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    const files = await readdir(COVERAGE_FOLDER);
    const texts = await Promise.all(files.toSorted().map((file) => readFile(join(COVERAGE_FOLDER, file), "utf8")));
    for (const line of formatCoverageLines(texts.map((text) => JSON.parse(text)))) console.log(line);
  };
}
