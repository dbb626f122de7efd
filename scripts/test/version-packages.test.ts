import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { formatChangeset } from "../src/repo/spec-changeset/changeset-file.ts";
import { versionPackages } from "../src/repo/version/version-packages.ts";
import { ROOT } from "./support/temporary-repository.ts";
import { writeTexts } from "./support/write-texts.ts";

const CHANGESET_CLI = join(ROOT, "node_modules/@changesets/cli/bin.js");
const DOCUMENT = "@nectar-sdk/api-v2.2";

let root: string;
let commands: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "version-packages-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  commands = [];
  await write({
    "package.json": '{ "name": "root", "private": true, "packageManager": "pnpm@12.21.0" }',
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "pnpm-lock.yaml": "",
    ".changeset/config.json": '{ "baseBranch": "main", "access": "public" }',
    ".changeset/pre.json": '{ "mode": "pre", "tag": "next" }',
    "packages/api-v2.2/package.json": JSON.stringify({ name: DOCUMENT, version: "0.1.0" }),
    "examples/ci/package.json": JSON.stringify({
      dependencies: { [DOCUMENT]: "^0.0.1", other: "1.0.0" },
      devDependencies: { "@nectar-sdk/scripts": "workspace:*" },
    }),
  });
  await writeLock("reconstructed");
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  await writeTexts(root, files);
}

async function read(file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

async function writeLock(origin: "reconstructed" | "upstream"): Promise<void> {
  const entry = { source: "x", sha256: "0".repeat(64), bytes: 1, origin, date: "2026-01-01" };
  await write({ "specs/specs.lock.json": JSON.stringify({ "v2.2": entry }) });
}

async function describe(name: string, bump: string, text: string): Promise<void> {
  await write({ [`.changeset/${name}.md`]: `---\n"${DOCUMENT}": ${bump}\n---\n\n${text}\n` });
}

async function version(): Promise<string> {
  const versions = await versionPackages({
    root,
    pnpm: async (...args) => {
      commands.push(args.join(" "));
      if (args[1] === "changeset")
        await promisify(execFile)(process.execPath, [CHANGESET_CLI, "version"], { cwd: root });
    },
  });
  return String(versions.get(DOCUMENT));
}

test("the first versions are prereleases of 1.0.0 while a document is reconstructed", async () => {
  await describe("first", "major", "The first version.");

  expect(await version()).toBe("1.0.0-next.0");
  expect(commands).toEqual(["exec changeset version", "install --lockfile-only --no-frozen-lockfile", "format"]);
});

test("projects outside the workspace ask for the new versions, and keep other ranges", async () => {
  await describe("first", "major", "The first version.");

  await version();

  expect(JSON.parse(await read("examples/ci/package.json"))).toEqual({
    dependencies: { [DOCUMENT]: "^1.0.0-next.0", other: "1.0.0" },
    devDependencies: { "@nectar-sdk/scripts": "workspace:*" },
  });
});

test("the changelog of the stable version has the lines of every prerelease, also where changesets share a name", async () => {
  await describe("first", "major", "The first version.");
  await version();
  await describe("spec-v2.2", "minor", "The first change.");
  expect(await version()).toBe("1.0.0-next.1");
  await describe("spec-v2.2", "minor", "The second change.");
  expect(await version()).toBe("1.0.0-next.2");
  expect((await readdir(join(root, ".changeset/pre"))).sort()).toEqual([
    "first.md",
    "spec-v2.2-1.0.0-next.1.md",
    "spec-v2.2-1.0.0-next.2.md",
  ]);

  await writeLock("upstream");

  expect(await version()).toBe("1.0.0");
  const [, stable] = (await read("packages/api-v2.2/CHANGELOG.md")).split(/^## /m);
  for (const line of ["The first version.", "The first change.", "The second change."]) expect(stable).toContain(line);
  expect(await readdir(join(root, ".changeset"))).not.toContain("pre.json");
});

test("the changelog has the lines and words of a changeset of a document, without its marker", async () => {
  const change = { bump: "minor", lines: ["`Site.height` is new."], ids: [] } as const;
  await write({ ".changeset/spec-v2.2.md": formatChangeset(DOCUMENT, change, "In metres.") });

  await version();

  const changelog = await read("packages/api-v2.2/CHANGELOG.md");
  expect(changelog).toMatch(/- - `Site\.height` is new\.\n\s*\n\s*In metres\./);
  expect(changelog).not.toContain("<!--");
});

test("the reasons for breaking changes go with their release, and choices stay", async () => {
  const choices = "decisions:\n  webhooks-gone:\n    choice: keep\n";
  await write({ "specs/decisions.yaml": `${choices}breaking:\n  "0123456789ab": Never filled.\n` });
  await describe("first", "major", "The first version.");

  await version();

  expect(await read("specs/decisions.yaml")).toBe(choices);
});

test("a changeset that a killed run left under its first name is kept", async () => {
  await describe("first", "major", "The first version.");
  await version();
  await write({ ".changeset/pre/spec-v2.2.md": `---\n"${DOCUMENT}": minor\n---\n\nThe first change.\n` });
  await describe("spec-v2.2", "minor", "The second change.");

  await version();

  const kept = await readdir(join(root, ".changeset/pre"));
  expect(kept.sort()).toEqual(["first.md", "spec-v2.2-1.0.0-next.0.md", "spec-v2.2-1.0.0-next.1.md"]);
});

test("a project that asks for a package which is not published is refused", async () => {
  await write({ "examples/ci/package.json": '{ "dependencies": { "@nectar-sdk/clinet": "^1.0.0" } }' });
  await describe("first", "major", "The first version.");

  await expect(version()).rejects.toThrow("@nectar-sdk/clinet is not a package that the workspace publishes");
});
