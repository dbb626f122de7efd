import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { VERSIONS } from "../src/shared/versions.ts";
import { ROOT } from "./support/temporary-repository.ts";

const execute = promisify(execFile);

/** Three versions this close to one another are a list. Two are a comparison. */
const LINES = 6;
const LISTED = 3;

/** Files that `pnpm codegen` generates or completes. */
const GENERATED = [
  /^specs\//,
  /^packages\/(api-v[\d.]+|versions)\//,
  /^packages\/webhooks\/src\/generated\//,
  "packages/migrate/src/runtime/version-fields.ts",
  /^packages\/migrate\/src\/generated\//,
  /^docs\/migration\//,
  /(^|\/)package\.json$/,
  /^pnpm-lock\.yaml$/,
  /^README\.md$/,
  /(^|\/)CHANGELOG\.md$/,
  /^\.changeset\//,
];

/** Tests of what differs between these very versions, and of files of theirs. A further version changes none of them. */
const ABOUT_DIFFERENCES = [
  /^packages\/testing\/test\/(mock\/)?scenarios\.types\.ts$/,
  "packages/webhooks/test/types/surface.ts",
  /^packages\/testing\/src\/contract\/.*changes\.test\.ts$/,
  /^packages\/testing\/test\/(mock\/)?mock-server\.test\.ts$/,
  /^packages\/testing\/test\/(commands\/)?nectar-contract\.test\.ts$/,
  "scripts/src/codegen/main.test.ts",
  "scripts/src/specs/pull/check-other-version.test.ts",
  "scripts/test/pull.test.ts",
  "scripts/test/version-lists.test.ts",
];

/** Finds the line where the first list of versions begins. */
function findList(text: string): number | undefined {
  const lines = text.split("\n").map((line) => {
    const names = [...line.matchAll(/(?<![\w.])v\d+[._]\d+(?!\w)/gi)].map(([name]) =>
      name.toLowerCase().replace("_", "."),
    );
    return names.filter((name) => VERSIONS.includes(name));
  });
  const index = lines.findIndex((_, first) => new Set(lines.slice(first, first + LINES).flat()).size >= LISTED);
  return index === -1 ? undefined : index + 1;
}

test("a list of versions is recognised, a comparison of two is not", () => {
  expect(findList('const VERSIONS = ["v2.0", "v2.1", "v2.2"];')).toBe(1);
  expect(findList("import { v2_0 } from 'a';\nimport { v2_1 } from 'b';\nimport { v2_2 } from 'c';")).toBe(1);
  expect(findList("v2.0 calls it msud_id, v2.2 usage_data_id")).toBeUndefined();
});

test("specs/versions.yaml is the only file that lists the versions by hand", async () => {
  const { stdout } = await execute("git", ["ls-files", "-z"], { cwd: ROOT });
  const files = stdout.split("\0").filter((file) => /\.(ts|tsx|js|mjs|jsx|json|yaml|yml|md|sh)$/.test(file));
  const written = files.filter((file) => ![...GENERATED, ...ABOUT_DIFFERENCES].some((known) => matches(known, file)));
  const lists = await Promise.all(
    written.map(async (file) => {
      const line = findList(await readFile(join(ROOT, file), "utf8").catch(() => ""));
      return line === undefined ? [] : [`${file}:${line}`];
    }),
  );
  expect(written.length).toBeGreaterThan(300);
  expect(lists.flat()).toEqual([]);
});

function matches(known: string | RegExp, file: string): boolean {
  return typeof known === "string" ? known === file : known.test(file);
}
