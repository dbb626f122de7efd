import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Counts the bytes of live JavaScript objects and their buffers. Needs `--expose-gc`. */
export async function bytesAlive(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc");
  // Some objects become garbage only after pending work has run.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  // Only the latter includes the content of a Blob.
  return heapUsed + Math.max(external, arrayBuffers);
}

/**
 * Runs a program of this folder in its own process, so that nothing else takes memory, and returns the printed figures. It has a
 * heap of 64 MB, including garbage.
 */
export async function measure(program: string, ...args: (string | number)[]): Promise<Record<string, number>> {
  const path = join(import.meta.dirname, program);
  const { stdout } = await run(process.execPath, ["--expose-gc", "--max-old-space-size=64", path, ...args.map(String)]);
  const figures: Record<string, number> = JSON.parse(stdout);
  return figures;
}
