import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { HEADS } from "./support/bills.ts";
import { sendJson, startServer } from "./support/loopback-server.ts";
import { measure } from "./support/memory.ts";

const MB = 1_000_000;

test("a file of 24 MB that is uploaded by its path is not loaded into memory", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "nectar-upload-memory-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "large.pdf");
  await writeFile(path, HEADS.pdf);
  await truncate(path, 24 * MB);
  const server = await startServer(async (_, response) => {
    // Whatever is kept until the answer comes is there to be seen.
    await pause(500);
    sendJson(response, { id: "j", status: "PENDING" }, 201);
  });
  const { peak, samples } = await measure("measure-upload.ts", server.url, path);
  expect(server.requests.at(-1)?.body.byteLength).toBeGreaterThan(24 * MB);
  expect(samples).toBeGreaterThan(1);
  expect(peak).toBeLessThanOrEqual(8 * MB);
});
