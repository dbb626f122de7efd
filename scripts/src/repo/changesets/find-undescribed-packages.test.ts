import { expect, test } from "vitest";
import { findUndescribedPackages } from "./find-undescribed-packages.ts";

const client = { name: "client", changedFiles: ["src/index.ts", "README.md"] };

test("a changed package that no changeset names is found, with what users would see of the change", () => {
  const changedFiles = [...client.changedFiles, "src/index.test.ts", "test/abort.test.ts"];

  expect(findUndescribedPackages([{ ...client, changedFiles }], new Set(["testing"]))).toEqual([client]);
});

test("a changed package that a changeset names is described", () => {
  expect(findUndescribedPackages([client], new Set(["client"]))).toEqual([]);
});

test.each([
  "test/support/watch.ts",
  "drills/kill.test.ts",
  "src/call/call.test.ts",
  "vitest.config.ts",
  "vitest.drills.config.ts",
  "tsconfig.build.json",
  ".size-limit.json",
  "CHANGELOG.md",
])("users do not see a change of %s, which needs no changeset", (file) => {
  expect(findUndescribedPackages([{ name: "client", changedFiles: [file] }], new Set())).toEqual([]);
});
