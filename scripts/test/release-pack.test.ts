import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { extract, list } from "tar";
import { expect, onTestFinished, test } from "vitest";
import { packRelease, type ReleaseOptions, type ReleasePackage } from "../src/repo/release/pack-release.ts";
import { ROOT } from "./support/temporary-repository.ts";

const execute = promisify(execFile);
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const REPOSITORY: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "root", "repository": "github:owner/name" }',
  "packages/client/package.json": JSON.stringify({
    name: "@scope/client",
    version: "1.2.3",
    license: "MIT",
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    files: ["dist", "CHANGELOG.md"],
    sideEffects: false,
    engines: { node: ">=20" },
    scripts: { prepack: `node ${JSON.stringify(join(ROOT, "scripts/src/repo/release/require-build.ts"))}` },
  }),
  "packages/client/LICENSE": "MIT\n",
  "packages/client/README.md":
    "See [the guide](../../docs/guide.md#first), [docs](../../docs) and [npm](https://npmjs.com).\n",
  "packages/client/CHANGELOG.md": "# client\n",
  "packages/client/src/index.ts": "export const one = 1;\n",
  "packages/client/dist/index.js": "export const one = 1;\n",
  "packages/client/dist/index.d.ts": "export declare const one = 1;\n",
  "packages/bench/package.json": '{ "name": "bench", "private": true }',
  "docs/guide.md": "# Guide\n",
};

async function createRepository(changes: Readonly<Record<string, string | undefined>> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "release-pack-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries({ ...REPOSITORY, ...changes })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

/** Packs with npm, which does what `pnpm pack` does for a package without ranges of a workspace. */
async function packAll(root: string, select?: ReleaseOptions["select"]): Promise<ReleasePackage[]> {
  return packRelease({
    root,
    ...(select === undefined ? {} : { select }),
    out: join(root, "release"),
    commit: COMMIT,
    pack: async (cwd, file) => {
      const { stdout } = await execute("npm", ["pack", "--silent", "--pack-destination", dirname(file)], { cwd });
      await execute("mv", [join(dirname(file), stdout.trim()), file]);
    },
  });
}

test("the tarball of a release has its repository, absolute links and changelog, and the tree does not change", async () => {
  const root = await createRepository();

  const packages = await packAll(root);

  const file = join(root, "release/scope-client-1.2.3.tgz");
  expect(packages).toEqual([
    { name: "@scope/client", version: "1.2.3", directory: "packages/client", file, hasChangelog: true },
  ]);
  const paths: string[] = [];
  await list({ file, onReadEntry: ({ path }) => paths.push(path) });
  expect(paths).toEqual(
    ["CHANGELOG.md", "LICENSE", "README.md", "dist/index.d.ts", "dist/index.js", "package.json"].map(
      (path) => `package/${path}`,
    ),
  );
  await extract({ file, cwd: root });
  expect(JSON.parse(await readFile(join(root, "package/package.json"), "utf8"))).toMatchObject({
    repository: { type: "git", url: "git+https://github.com/owner/name.git", directory: "packages/client" },
    homepage: "https://github.com/owner/name/tree/HEAD/packages/client#readme",
    bugs: { url: "https://github.com/owner/name/issues" },
  });
  expect(await readFile(join(root, "package/README.md"), "utf8")).toBe(
    `See [the guide](https://github.com/owner/name/blob/${COMMIT}/docs/guide.md#first), ` +
      `[docs](https://github.com/owner/name/tree/${COMMIT}/docs) and [npm](https://npmjs.com).\n`,
  );
  for (const [path, text] of Object.entries(REPOSITORY)) expect(await readFile(join(root, path), "utf8")).toBe(text);
});

test("the same commit gives the same bytes, and tarballs of an earlier release go", async () => {
  const root = await createRepository({ "release/scope-client-1.0.0.tgz": "old" });
  const [first] = await packAll(root);
  const before = await readFile(String(first?.file));

  await packAll(root);

  expect(await readdir(join(root, "release"))).toEqual(["scope-client-1.2.3.tgz"]);
  expect(await readFile(String(first?.file))).toEqual(before);
});

test("a version that is not selected is not packed", async () => {
  const root = await createRepository();
  const asked: string[] = [];

  const packages = await packAll(root, async (name, version) => {
    asked.push(`${name}@${version}`);
    return false;
  });

  expect([packages, asked]).toEqual([[], ["@scope/client@1.2.3"]]);
});

test("without a repository nothing is packed, and the line to add is named", async () => {
  const root = await createRepository({ "package.json": '{ "name": "root" }' });

  await expect(packAll(root)).rejects.toThrow('"repository": "https://github.com/<owner>/<name>",');
  expect(await readdir(root)).not.toContain("release");
});

test("an unbuilt package is not packed, and the message names the fix", async () => {
  const root = await createRepository({ "packages/client/dist/index.js": undefined });

  await expect(packAll(root)).rejects.toThrow(
    "prepack: @scope/client is not built: missing dist/index.js. Run `pnpm build` first",
  );
});

test.each([
  [
    "a link to a file that does not exist",
    { "docs/guide.md": undefined, "docs/other.md": "" },
    "links to docs/guide.md, which does not exist",
  ],
  [
    "a link out of the repository",
    { "packages/client/README.md": "[a](../../../a)" },
    "links to ../../../a, which is outside the repository",
  ],
  ["no license", { "packages/client/LICENSE": undefined }, "packages/client: LICENSE is not packed"],
])("a package with %s is not packed", async (_, changes, message) => {
  await expect(packAll(await createRepository(changes))).rejects.toThrow(message);
});
