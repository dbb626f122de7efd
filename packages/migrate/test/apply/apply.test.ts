import { readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProject, VERSIONS } from "../support/apply-to.ts";
import { copyFixture } from "../support/copy-fixture.ts";
import { runGit } from "../support/init-git.ts";
import { runMain } from "../support/run-main.ts";

test.each<[string, string]>([
  ["script", "applied 13, marked 5, 3 errors left: response-property-removed 3"],
  ["next-app", "applied 4, marked 1, 1 errors left: response-property-removed 1"],
  ["monorepo", "applied 7, marked 1, 1 errors left: response-property-removed 1"],
  ["commonjs", "applied 12, marked 0, 0 errors left"],
  ["javascript", "applied 13, marked 1, 1 errors left: response-property-removed 1"],
  ["half-migrated", "applied 5, marked 1, 1 errors left: response-property-removed 1"],
  ["negative", "applied 0, marked 0, 0 errors left"],
])("%s: a first run edits, a second changes nothing", async (name, summary) => {
  await using project = await createProject(name);

  const first = await runMain(project.root, "apply", ...VERSIONS);
  const diff = runGit(project.root, "diff");
  const second = await runMain(project.root, "apply", ...VERSIONS);

  expect(first.err).toEqual([]);
  expect(first.out).toContain(summary);
  expect(second.out.at(-1)).toBe(summary.replace(/^applied \d+/, "applied 0"));
  expect(runGit(project.root, "diff")).toBe(diff);
  expect(runGit(project.root, "status", "--porcelain", "--untracked-files=all")).not.toContain("??");
});

test("an edited project has no errors except the marked ones", async () => {
  await using project = await createProject("commonjs");

  await runMain(project.root, "apply", ...VERSIONS);

  const { out } = await runMain(project.root, "check", ...VERSIONS, "--format", "json");
  const { findings, errorsBefore } = JSON.parse(out.join("\n"));
  // The call in run.ts behaves differently, also after the edit.
  expect(findings.filter(({ kind }: { kind: string }) => kind === "type-error")).toEqual([]);
  expect(errorsBefore).toBe(0);
});

test("a dry run prints the edits and writes nothing", async () => {
  await using project = await createProject("commonjs");

  const { code, out } = await runMain(project.root, "apply", ...VERSIONS, "--dry-run");

  expect(code).toBe(1);
  expect(out).toContain("  src/read.cts:3: msud_id → usage_data_id");
  expect(out.at(-2)).toBe("applied 12, marked 0, 0 errors left");
  expect(runGit(project.root, "status", "--porcelain")).toBe("");
});

test("with --only, both versions stay in package.json", async () => {
  await using project = await createProject("commonjs");

  const { out } = await runMain(project.root, "apply", ...VERSIONS, "--only", "src/*.cts");

  expect(out).toContain("applied 4, marked 0, 0 errors left");
  const manifest = JSON.parse(await readFile(join(project.root, "package.json"), "utf8"));
  expect(Object.keys(manifest.dependencies)).toEqual([
    "@nectar-sdk/api-v0.1",
    "@nectar-sdk/api-v0.3",
    "@nectar-sdk/client",
  ]);
});

test("uncommitted changes are refused unless this command wrote them", async () => {
  await using project = await createProject("script");
  await runMain(project.root, "apply", ...VERSIONS, "--only", "nothing");
  await writeFile(
    join(project.root, "tsconfig.json"),
    `${await readFile(join(project.root, "tsconfig.json"), "utf8")}\n`,
  );

  const refused = await runMain(project.root, "apply", ...VERSIONS);
  const forced = await runMain(project.root, "apply", ...VERSIONS, "--force");

  expect(refused).toEqual({
    code: 2,
    out: [],
    err: ["nectar-migrate apply: uncommitted changes in tsconfig.json: commit or stash them first, or pass --force"],
  });
  expect(forced.code).toBe(1);
});

test("a folder outside git needs --force", async () => {
  await using project = await copyFixture("commonjs");

  const refused = await runMain(project.root, "apply", ...VERSIONS);
  const forced = await runMain(project.root, "apply", ...VERSIONS, "--force");

  expect([refused.code, refused.err[0]]).toEqual([2, expect.stringContaining("pass --force")]);
  expect(forced.code).toBe(0);
});

test("a link that leads out of the folder is refused, and no file changes", async () => {
  await using other = await copyFixture("empty");
  const target = join(other.root, "shared.ts");
  await writeFile(target, 'export { v0_1 } from "@nectar-sdk/api-v0.1";\n');
  await using project = await createProject("script");
  await symlink(target, join(project.root, "src/shared.ts"));
  runGit(project.root, "add", "--all");
  runGit(project.root, "commit", "--quiet", "--message", "link");

  const { code, err } = await runMain(project.root, "apply", ...VERSIONS);

  expect([code, err]).toEqual([2, [expect.stringContaining(`${target} is outside`)]]);
  expect(target.startsWith(tmpdir())).toBe(true);
  expect(await readFile(target, "utf8")).toContain("api-v0.1");
  expect(runGit(project.root, "status", "--porcelain")).toBe("");
});

test("a generated file is named and not edited", async () => {
  const text = '// Generated by a tool. Do not edit.\nexport { v0_1 } from "@nectar-sdk/api-v0.1";\n';
  await using project = await createProject("empty", { "src/generated.ts": text });

  const { out } = await runMain(project.root, "apply", ...VERSIONS);

  expect(out).toContain("src/generated.ts is generated, so it was not edited: run its generator");
  expect(await readFile(join(project.root, "src/generated.ts"), "utf8")).toBe(text);
});

test("status lists the comments, and acknowledged ones no longer fail", async () => {
  await using project = await createProject("javascript");
  await runMain(project.root, "apply", ...VERSIONS);
  const file = join(project.root, "src/main.js");

  const before = await runMain(project.root, "status");
  await writeFile(file, (await readFile(file, "utf8")).replace("FIXME(", "ok("));
  const after = await runMain(project.root, "status");

  expect([before.code, before.out]).toEqual([
    1,
    [expect.stringMatching(/^src\/main\.js:15: [\da-f]{12}: /), "1 to do, 0 acknowledged"],
  ]);
  expect([after.code, after.out]).toEqual([0, ["0 to do, 1 acknowledged"]]);
});

test("code outside every tsconfig keeps the old package in package.json", async () => {
  await using project = await createProject("commonjs", {
    "src/old.cjs": 'module.exports = require("@nectar-sdk/api-v0.1");\n',
  });

  const { code, out } = await runMain(project.root, "apply", ...VERSIONS);

  const manifest = JSON.parse(await readFile(join(project.root, "package.json"), "utf8"));
  expect(Object.keys(manifest.dependencies)).toContain("@nectar-sdk/api-v0.1");
  expect(Object.keys(manifest.dependencies)).toContain("@nectar-sdk/api-v0.3");
  expect(out).toContain("src/old.cjs imports @nectar-sdk/api-v0.1 and is outside every tsconfig, so change it by hand");
  expect(code).toBe(1);
});

test("a selector beside the dependencies that names the old package is left to a person", async () => {
  await using project = await createProject("empty", {
    "package.json": '{ "private": true, "resolutions": { "**/@nectar-sdk/api-v0.1": "0.1.0" } }\n',
    "src/main.ts": 'export { v0_1 } from "@nectar-sdk/api-v0.1";\n',
  });

  const { code, out } = await runMain(project.root, "apply", ...VERSIONS);

  expect(out.join("\n")).toContain(
    'package.json names the old package in resolutions: "**/@nectar-sdk/api-v0.1", so change it by hand',
  );
  expect(code).toBe(1);
});
