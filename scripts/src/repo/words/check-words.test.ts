import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { checkWords, toArea } from "./check-words.ts";

async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "words-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await promisify(execFile)("git", ["init", "--quiet"], { cwd: root });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

test("each area has its own rate, and ignored files do not count", async () => {
  const root = await makeRepository({
    ".gitignore": "dist\n",
    "README.md": "A clean line.\n",
    "packages/client/src/a.ts": "// Nobody.\n// A clean line.\n// Another clean line.\n// The last one.\n",
    "packages/client/dist/a.ts": "// Nobody.\n",
    "scripts/src/b.ts": "export const b = 1;\n",
  });

  const areas = await checkWords(root);

  expect(areas.map(({ area, proseLines, rate }) => [area, proseLines, rate])).toEqual([
    ["docs", 1, 0],
    ["packages/client", 4, 250],
    ["scripts", 0, 0],
  ]);
});

test.each([
  ["packages/client/README.md", "packages/client"],
  ["scripts/src/cli.ts", "scripts"],
  ["examples/ci/README.md", "docs"],
  ["STYLE.md", "docs"],
])("%s belongs to the area %s", (file, area) => {
  expect(toArea(file)).toBe(area);
});
