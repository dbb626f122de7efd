import { mkdir, mkdtemp, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_2 } from "@nectar-sdk/api-v0.2";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { beforeEach, expect, test } from "vitest";
import { createRecorder } from "../../src/recorder/create-recorder.ts";
import { loadRecordings } from "../../src/recording/recording-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

async function save(file: string, id: string, api: typeof v0_2 | typeof v0_3 = v0_3): Promise<string> {
  const recorder = createRecorder(api);
  recorder.check({
    request: { method: "GET", url: `${api.baseUrl}/job/${id}`, headers: { "X-API-KEY": "key", accept: "*/*" } },
  });
  await recorder.save(join(folder, file));
  return join(folder, file);
}

test("files and folders make one recording, in the order of their names", async () => {
  const single = await save("z.json", "last");
  await save("workers/2.json", "second");
  await save("workers/1.json", "first");
  await save("workers/deep/3.json", "third");
  await writeFile(join(folder, "workers", "notes.txt"), "no recording");
  const recording = await loadRecordings([join(folder, "workers"), single]);
  expect(recording).toMatchObject({ format: 1, api: "v0.3", specSha256: v0_3.sha256 });
  expect(recording.interactions.map(({ request }) => request.path)).toEqual([
    "/job/first",
    "/job/second",
    "/job/third",
    "/job/last",
  ]);
  expect(await loadRecordings(single, "v0.3")).toMatchObject({ interactions: [{ operation: "jobs.retrieve" }] });
});

test("recordings of two versions cannot be combined", async () => {
  await save("a.json", "1");
  const other = await save("b.json", "1", v0_2);
  await expect(loadRecordings(folder)).rejects.toThrow(
    `${other} was recorded with v0.2, not with v0.3: choose recordings of one version`,
  );
});

test("a folder without recorded calls and a missing path are refused", async () => {
  await mkdir(join(folder, "empty"));
  await expect(loadRecordings(join(folder, "empty"))).rejects.toThrow("no recorded call in");
  await createRecorder(v0_3).save(join(folder, "none.json"));
  await expect(loadRecordings(join(folder, "none.json"))).rejects.toThrow("no recorded call in");
  await expect(loadRecordings(join(folder, "missing"))).rejects.toThrow("does not exist");
});

test("recorders that save to the same file at the same time leave only one file, a complete recording", async () => {
  await Promise.all(Array.from({ length: 10 }, (_, index) => save("same.json", `${index}`)));
  expect(await readdir(folder)).toEqual(["same.json"]);
  expect((await loadRecordings(folder)).interactions).toHaveLength(1);
});

test("a file above 64 MB is refused with its size and advice before it is read", async () => {
  const file = join(folder, "huge.json");
  await writeFile(file, "[");
  await truncate(file, 65_000_000);
  await expect(loadRecordings(file)).rejects.toThrow(
    `${file} is too large (65 MB, the limit is 64 MB): record fewer calls per file, and pass the folder`,
  );
});

test("a recording with a byte order mark is read", async () => {
  const file = await save("marked.json", "1");
  await writeFile(file, `\ufeff${await readFile(file, "utf8")}`);

  expect(await loadRecordings(file)).toMatchObject({ interactions: [{ operation: "jobs.retrieve" }] });
});
