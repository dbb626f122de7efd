import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, matchesGlob } from "node:path";
import { promisify } from "node:util";
import { objectIn, readApi } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { loadVersion } from "../src/codegen/load-version.ts";
import { parseResources } from "../src/codegen/names/parse-resources.ts";
import { VERSIONS } from "../src/shared/versions.ts";
import { ROOT } from "./support/temporary-repository.ts";

/** Where names of the documents may stand. */
const EXEMPT: Readonly<Record<string, string>> = {
  "specs/**": "the documents, and what is written about them as data",
  "packages/api-v*/**": "generated",
  "packages/webhooks/src/generated/**": "generated",
  "packages/*/etc/**": "generated",
  "packages/fixture/**": "an invented API, which keeps its names whatever the documents say",
  "scripts/src/specs/reconstruct/**": "belongs to the reconstruction, and goes with it",
  "scripts/test/simulated-upstream/**": "writes documents as upstream might",
  "scripts/drills/simulated-upstream/**": "writes documents as upstream might",
  "**/CHANGELOG.md": "generated",
};

const TEXT = /\.(?:ts|mts|mjs|cjs|js|json|ya?ml|md|sh)$/;

/** The operation ids of all documents, and the names of schemas that are not ours as well. */
async function listUpstreamNames(): Promise<Set<string>> {
  const { types } = parseResources(await readFile(join(ROOT, "specs/resources.yaml"), "utf8"));
  const ours = new Set(types.map(({ name }) => name));
  const documents = await Promise.all(VERSIONS.map(async (version) => (await loadVersion(ROOT, version)).document));
  return new Set(
    documents.flatMap((document) => {
      const { operations, webhooks } = readApi(document);
      const schemas = Object.keys(objectIn(objectIn(document, "components"), "schemas"));
      return [
        ...[...operations, ...webhooks].flatMap(({ id = [] }) => id),
        ...schemas.filter((name) => !ours.has(name)),
      ];
    }),
  );
}

/** Lists `file:line: name` for each name that a file contains. */
function findNames(file: string, text: string, names: ReadonlySet<string>): string[] {
  return text.split("\n").flatMap((line, index) => {
    const found = (line.match(/\w+/g) ?? []).filter((word) => names.has(word));
    return [...new Set(found)].map((name) => `${file}:${index + 1}: ${name}`);
  });
}

test("a name is found in the middle of a line, but not within a word", () => {
  const names = new Set(["thing_list"]);
  expect(findNames("a.ts", 'one\ncall("thing_list", thing_list_2)', names)).toEqual(["a.ts:2: thing_list"]);
});

test("files that people write contain no operation id and no schema of the documents", async () => {
  const names = await listUpstreamNames();
  const { stdout } = await promisify(execFile)("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    maxBuffer: 2 ** 24,
  });
  const files = stdout.split("\n").filter((file) => {
    return TEXT.test(file) && !Object.keys(EXEMPT).some((pattern) => matchesGlob(file, pattern));
  });

  const found = await Promise.all(
    files.map(async (file) => findNames(file, await readFile(join(ROOT, file), "utf8"), names)),
  );

  expect(names.size).toBeGreaterThan(0);
  expect(files).toContain("README.md");
  expect(found.flat()).toEqual([]);
});
