import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { checkChangesets } from "../src/repo/changesets/check-changesets.ts";
import { ROOT } from "./support/temporary-repository.ts";
import { writeTexts } from "./support/write-texts.ts";

const execute = promisify(execFile);
const CHANGESET_CLI = join(ROOT, "node_modules/@changesets/cli/bin.js");

/** A repository with the packages `client`, never released, and `private`. */
async function createRepository(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await createFolder();
  await writeTexts(root, {
    "package.json": '{ "name": "root", "private": true, "packageManager": "pnpm@12.21.0" }',
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "pnpm-lock.yaml": "",
    ".changeset/config.json": '{ "baseBranch": "main", "access": "public" }',
    "packages/client/package.json": '{ "name": "client", "version": "1.0.0" }',
    "packages/client/src/index.ts": "export const one = 1;\n",
    "packages/private/package.json": '{ "name": "private", "version": "0.0.0", "private": true }',
    ...files,
  });
  await git(root, "init", "--quiet", "--initial-branch=main");
  await commitAll(root);
  return root;
}

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "changesets-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function commitAll(root: string): Promise<void> {
  await git(root, "add", "--all");
  await git(root, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message=all");
}

async function git(cwd: string, ...args: readonly string[]): Promise<void> {
  await execute("git", [...args], { cwd });
}

/** Puts a repository into the state after `changeset version`, with nothing changed since. */
async function createReleasedRepository(): Promise<string> {
  return createRepository({ "packages/client/CHANGELOG.md": "# client\n\n## 1.0.0\n" });
}

test("the changesets of this repository are read by `changeset status` itself", async () => {
  const root = await createFolder();
  const { stdout } = await execute("git", ["ls-files", "-z", ".changeset", "*package.json", "pnpm-*.yaml"], {
    cwd: ROOT,
  });
  for (const file of stdout.split("\0").filter((path) => path !== "")) await cp(join(ROOT, file), join(root, file));
  await git(root, "init", "--quiet", "--initial-branch=main");
  await commitAll(root);

  const status = await execute(process.execPath, [CHANGESET_CLI, "status"], { cwd: root });

  expect(status.stdout).toContain("Packages to be bumped");
});

test("a changeset gives the next version of the package that it names", async () => {
  const root = await createRepository({ ".changeset/one.md": '---\n"client": minor\n---\n\nMore.\n' });

  expect(await checkChangesets(root)).toEqual({ releases: ["client@1.1.0"], problems: [] });
});

test.each([
  [
    "whose front matter became a heading",
    '---\n\n## "client": minor\n\nMore.\n',
    ".changeset/one.md: could not parse changeset - missing or invalid frontmatter",
  ],
  [
    "that names a package that does not exist",
    '---\n"clent": minor\n---\n\nMore.\n',
    "names clent, which is not in the workspace",
  ],
  [
    "with a release type that does not exist",
    '---\n"client": big\n---\n\nMore.\n',
    /^\.changeset\/one\.md: .*invalid version type "big"/,
  ],
])("a changeset %s is refused", async (_, text, message) => {
  const root = await createRepository({ ".changeset/one.md": text });

  await expect(checkChangesets(root)).rejects.toThrow(message);
});

test("a package that was never released needs a changeset", async () => {
  const root = await createRepository();

  expect((await checkChangesets(root)).problems).toEqual([
    "client changed without a changeset (package.json and 1 more): run `pnpm changeset`; " +
      "if users see no difference, choose the type `none` in the file",
  ]);
});

test("a released package needs a changeset as soon as a published file differs", async () => {
  const root = await createReleasedRepository();
  expect((await checkChangesets(root)).problems).toEqual([]);

  await writeTexts(root, { "packages/client/src/index.ts": "export const one = 2;\n" });
  expect((await checkChangesets(root)).problems).toMatchObject([expect.stringContaining("(src/index.ts)")]);

  await writeTexts(root, { ".changeset/one.md": '---\n"client": none\n---\n\nNothing to see.\n' });
  expect((await checkChangesets(root)).problems).toEqual([]);
});

test("a changeset of an earlier prerelease does not describe a later change", async () => {
  const root = await createReleasedRepository();
  await writeTexts(root, {
    ".changeset/pre.json": '{ "mode": "pre", "tag": "next" }',
    ".changeset/pre/one.md": '---\n"client": major\n---\n\nThe first version.\n',
  });
  expect((await checkChangesets(root)).problems).toEqual([]);

  await writeTexts(root, { "packages/client/src/index.ts": "export const one = 2;\n" });

  expect((await checkChangesets(root)).problems).toMatchObject([expect.stringContaining("(src/index.ts)")]);
});

test("a released package needs no changeset for its version, scripts and development dependencies, but for its other fields", async () => {
  const root = await createReleasedRepository();
  const manifest = {
    name: "client",
    version: "1.0.1",
    scripts: { test: "vitest" },
    devDependencies: { vitest: "5.1.1" },
  };
  await writeTexts(root, { "packages/client/package.json": JSON.stringify(manifest) });
  expect((await checkChangesets(root)).problems).toEqual([]);

  await writeTexts(root, {
    "packages/client/package.json": JSON.stringify({ ...manifest, engines: { node: ">=22" } }),
  });
  expect((await checkChangesets(root)).problems).toMatchObject([expect.stringContaining("(package.json)")]);
});

test("a clone without `main` and `origin/main` says the same", async () => {
  const root = await createReleasedRepository();
  await git(root, "checkout", "--quiet", "--detach");
  await git(root, "branch", "--delete", "--force", "main");

  expect(await checkChangesets(root)).toEqual({ releases: [], problems: [] });
});

test("a shallow clone is refused with the fix, since its history does not reach the release", async () => {
  const root = await createReleasedRepository();
  await writeTexts(root, { "packages/client/src/index.ts": "export const one = 2;\n" });
  await commitAll(root);
  const clone = await createFolder();
  await git(clone, "clone", "--quiet", "--depth=1", pathToFileURL(root).href, ".");

  await expect(checkChangesets(clone)).rejects.toThrow("git fetch --unshallow");
});

test("`pnpm format` does not change changesets and changelogs", async () => {
  const root = await createRepository({
    ".changeset/one.md": '---\n"client": minor\n---\n\nMore.\n',
    "packages/client/CHANGELOG.md": "# client\n## 1.0.0\n",
  });
  await cp(join(ROOT, "biome.json"), join(root, "biome.json"));

  await execute(process.execPath, [join(ROOT, "node_modules/@biomejs/biome/bin/biome"), "format", "--write", "."], {
    cwd: root,
  });

  const { stdout } = await execute("git", ["diff", "--name-only"], { cwd: root });
  expect(stdout.split("\n").filter((file) => file.endsWith(".md"))).toEqual([]);
});
