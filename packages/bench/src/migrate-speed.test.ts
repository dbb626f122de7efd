import { expect, test } from "vitest";
import { measureMigrateSpeed } from "./migrate-speed.ts";

test("the commands of the migration run beside the compiler on the same project", async () => {
  const report = await measureMigrateSpeed({ files: 20, rounds: 1 });

  expect(report).toContain("Migration of 20 files");
  expect(report).toMatch(/check over tsc --noEmit +\d+\.\d+ ×/);
  expect(report).toMatch(/apply over tsc --noEmit, memory +\d+\.\d+ ×/);
}, 120_000);
