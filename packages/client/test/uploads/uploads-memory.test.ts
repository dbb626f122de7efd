import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { measure } from "../support/memory.ts";
import { HEADS } from "../support/uploads/bills.ts";

const MB = 1_000_000;

test("only the large files being uploaded are in memory", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "nectar-upload-memory-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = Array.from({ length: 8 }, (_, index) => join(folder, `${index}.pdf`));
  for (const path of paths) {
    await writeFile(path, HEADS.pdf);
    await truncate(path, 12 * MB);
  }
  // No job ends before all files have arrived, so that everything kept until then is visible.
  let arrived = 0;
  const server = await startServer(({ method }, response) => {
    if (method === "POST") arrived += 1;
    sendJson(response, { id: "j", status: arrived > paths.length ? "COMPLETED" : "PENDING" });
  });

  const { peak = Number.NaN, settled } = await measure("uploads/measure-upload.ts", server.url, 2, ...paths);

  expect(settled).toBe(8);
  // Two files, and briefly a copy of each, in the hash or the connection.
  expect(peak).toBeGreaterThan(12 * MB);
  expect(peak).toBeLessThanOrEqual(4.5 * 12 * MB);
});
