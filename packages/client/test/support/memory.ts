import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Bytes of JavaScript objects and of buffers beside them, without what is garbage already. Needs `--expose-gc`. */
export async function bytesAlive(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc");
  // Some objects are let go only after what they wait for has run.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  // The content of a Blob is part of the latter only.
  return heapUsed + Math.max(external, arrayBuffers);
}

/**
 * Runs a program of this folder in a process of its own, where nothing else takes memory, and gives the figures that it prints. It has a
 * heap of 64 MB, garbage included.
 */
export async function measure(program: string, ...args: (string | number)[]): Promise<Record<string, number>> {
  const path = join(import.meta.dirname, program);
  const { stdout } = await run(process.execPath, ["--expose-gc", "--max-old-space-size=64", path, ...args.map(String)]);
  const figures: Record<string, number> = JSON.parse(stdout);
  return figures;
}
