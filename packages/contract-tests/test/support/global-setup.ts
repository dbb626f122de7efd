import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { VERSIONS } from "../../src/apis.ts";
import { coverageLines } from "../../src/coverage-lines.ts";
import { COVERAGE_FOLDER } from "./coverage-folder.ts";
import { startPrismCli } from "./prism-cli.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the Prism of each version. */
    prism: Readonly<Record<string, string>>;
  }
}

/**
 * One Prism for each version, for all files; in the end, what was covered. It is the command line, while `@nectar-sdk/testing` runs Prism's parts:
 * so the documents are known to work with both.
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
    for (const line of coverageLines(texts.map((text) => JSON.parse(text)))) console.log(line);
  };
}
