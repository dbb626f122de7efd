import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const repository = createRequire(join(packageRoot, "../../package.json"));
const node20 = join(dirname(repository.resolve("node20/package.json")), "bin/node");

const PROGRAM = `
  import { diffDocuments, formatChanges } from "@nectar-sdk/openapi/diff";
  import { readApi } from "@nectar-sdk/openapi/document";
  const documentWith = (operationId) => ({ paths: { "/a": { head: { operationId, responses: { 204: {} } } } } });
  console.log(process.version.split(".")[0], readApi(documentWith("a")).operations[0].label);
  console.log(formatChanges(diffDocuments(documentWith("a"), documentWith("b"))).join("|"));
`;

test("the built reader and differ run on Node 20", async () => {
  const { stdout } = await run(node20, ["--input-type=module", "--eval", PROGRAM], { cwd: packageRoot });

  expect(stdout).toBe("v20 a\nHEAD /a (b)|  breaking  operation id changed: a → b\n");
});

test.each(["document", "diff", "normalise"])(
  "no file of %s imports a package or a module of Node, so that browsers can",
  async (entry) => {
    const names = await readdir(join(packageRoot, "dist/esm", entry), { recursive: true });
    const files = [`${entry}.js`, ...names.filter((name) => name.endsWith(".js")).map((name) => join(entry, name))];
    const sources = await Promise.all(files.map((file) => readFile(join(packageRoot, "dist/esm", file), "utf8")));
    const imported = sources.flatMap((source) => [...source.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)]);

    expect(imported.length).toBeGreaterThan(files.length - 5);
    expect(imported.map(([, specifier]) => specifier).filter((specifier) => !specifier?.startsWith("."))).toEqual([]);
  },
);
