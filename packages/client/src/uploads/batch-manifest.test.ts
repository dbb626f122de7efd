import { expect, test } from "vitest";
import { type BatchManifest, readManifest } from "./batch-manifest.ts";

const entry = { key: "a.pdf", status: "pending", jobId: "j" } as const;
const good: BatchManifest = { version: 1, companyId: "c", files: [entry, { key: "b.pdf", status: "error" }] };

test("a manifest is read by the names of its files", () => {
  expect([...readManifest(JSON.parse(JSON.stringify(good)), "c")]).toEqual([
    ["a.pdf", entry],
    ["b.pdf", { key: "b.pdf", status: "error" }],
  ]);
});

test("no manifest is an empty one", () => {
  expect(readManifest(undefined, "c")).toEqual(new Map());
});

test("what is no manifest, or one of another company, is refused", () => {
  const bad: unknown[] = [
    null,
    "manifest",
    [],
    {},
    { ...good, version: 2 },
    { ...good, companyId: "d" },
    { ...good, files: undefined },
    { ...good, files: {} },
    { ...good, files: [null] },
    { ...good, files: ["a.pdf"] },
    { ...good, files: [{ key: 1, status: "error" }] },
    { ...good, files: [{ key: "a.pdf" }] },
    { ...good, files: [{ key: "a.pdf", status: "pending" }] },
  ];
  for (const manifest of bad)
    expect(() => readManifest(JSON.parse(JSON.stringify(manifest)), "c")).toThrow(
      "`resumeFrom` must be the `manifest` of a batch of this company, or be left out",
    );
});
