import { spawnSync } from "node:child_process";
import { findMedian } from "./measure.ts";
import { formatReport } from "./report.ts";

const ROUNDS = 15;

/** Measures how much longer a process takes that imports the client than an empty one. */
export function measureColdImport(): string {
  const empty: number[] = [];
  const client: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(measureOnce(""));
    client.push(measureOnce('await import("@nectar-sdk/client")'));
  }
  return formatReport("Cold import", [
    { name: "empty process", value: findMedian(empty), unit: "ms" },
    { name: "@nectar-sdk/client above it", value: findMedian(client) - findMedian(empty), unit: "ms", goal: 10 },
  ]);
}

function measureOnce(source: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
