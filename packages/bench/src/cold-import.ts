import { spawnSync } from "node:child_process";
import { median } from "./measure.ts";
import { report } from "./report.ts";

const ROUNDS = 15;

/** Time of a process that only imports the client, over one that does nothing. */
export function coldImport(): string {
  const empty: number[] = [];
  const client: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(timeOf(""));
    client.push(timeOf('await import("@nectar-sdk/client")'));
  }
  return report("Cold import", [
    { name: "empty process", value: median(empty), unit: "ms" },
    { name: "@nectar-sdk/client above it", value: median(client) - median(empty), unit: "ms", goal: 10 },
  ]);
}

function timeOf(source: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
