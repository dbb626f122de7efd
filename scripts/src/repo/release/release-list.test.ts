import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  describeTarball,
  extractNotes,
  formatStagePlan,
  formatSums,
  readReleaseList,
  writeReleaseList,
} from "./release-list.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const CHANGELOG = "# client\n\n## 1.1.0\n\n- More.\n\n## 1.0.0-next.1\n\n### Major Changes\n\n- First.\n";

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "release-list-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function describeBytes(folder: string) {
  const file = join(folder, "nectar-sdk-client-1.0.0-next.1.tgz");
  await writeFile(file, "bytes");
  return describeTarball(file, { name: "@nectar-sdk/client", version: "1.0.0-next.1", changelog: CHANGELOG });
}

test("a list survives writing and reading, with hashes of the bytes and the notes of the version", async () => {
  const folder = await createFolder();
  const entry = await describeBytes(folder);
  expect(entry).toMatchObject({
    sha256: createHash("sha256").update("bytes").digest("hex"),
    integrity: `sha512-${createHash("sha512").update("bytes").digest("base64")}`,
    notes: "### Major Changes\n\n- First.",
  });

  await writeReleaseList(folder, { commit: COMMIT, packages: [entry] });

  expect(await readReleaseList(folder)).toEqual({ commit: COMMIT, packages: [entry] });
});

test("the lists for a shell have one line for each tarball, and prereleases have the tag next", async () => {
  const entry = await describeBytes(await createFolder());
  const stable = { ...entry, version: "1.1.0", file: "nectar-sdk-client-1.1.0.tgz" };

  expect(formatSums([entry])).toBe(`${entry.sha256}  ${entry.file}\n`);
  expect(formatStagePlan([entry, stable])).toBe(`next ${entry.file}\nlatest ${stable.file}\n`);
});

test.each([
  [{ file: "../a.tgz" }, "packages[0]: file"],
  [{ version: "1" }, "packages[0]: version"],
  [{ name: "other" }, "packages[0]: name"],
  [{ sha256: "0" }, "packages[0]: sha256"],
])("a list with %j is refused", async (fields, message) => {
  const folder = await createFolder();
  const entry = await describeBytes(folder);
  await writeReleaseList(folder, { commit: COMMIT, packages: [{ ...entry, ...fields }] });

  await expect(readReleaseList(folder)).rejects.toThrow(message);
});

test("a folder without a list names the command that writes it", async () => {
  await expect(readReleaseList(await createFolder())).rejects.toThrow("release:pack");
});

test("a version without a section has no notes", () => {
  expect(extractNotes(CHANGELOG, "1.0.0")).toBe("");
});
