import fc from "fast-check";
import { expect, test } from "vitest";
import { type BatchManifest, readManifest } from "./batch-manifest.ts";

const sha256 = "0123456789abcdef".repeat(4);
const submitted = { key: "a.pdf", siteId: "s", sha256, status: "submitted", jobId: "j" } as const;
const rejected = { key: "b.pdf", status: "rejected" } as const;
const good: BatchManifest = { version: 1, companyId: "c", files: [submitted, rejected] };
const stored = (manifest: unknown): BatchManifest => JSON.parse(JSON.stringify(manifest));

test("a stored manifest is read back unchanged", () => {
  expect(readManifest(stored(good), "c")).toEqual([submitted, rejected]);
});

test("a file that was being sent when the manifest was stored is uncertain", () => {
  const sending = { key: "a.pdf", sha256, status: "sending" };
  expect(readManifest(stored({ ...good, files: [sending] }), "c")).toEqual([{ ...sending, status: "uncertain" }]);
});

test("a missing manifest has no entries", () => {
  expect(readManifest(undefined, "c")).toEqual([]);
});

test.each<unknown>([
  null,
  "manifest",
  [],
  {},
  { ...good, version: 2 },
  { ...good, companyId: "d" },
  { ...good, files: undefined },
  { ...good, files: {} },
])("a value that is not a manifest of the company is rejected: %j", (manifest) => {
  expect(() => readManifest(stored(manifest), "c")).toThrow(
    "`resumeFrom` must be the `manifest` of a batch of this company, or be omitted",
  );
});

test.each<unknown>(["pending", "error", "archived", "", "toString", "__proto__", 7, null, undefined])(
  "an entry with status %j is rejected, and the message says what to do",
  (status) => {
    const manifest = stored({ ...good, files: [submitted, { ...submitted, status }] });
    expect(() => readManifest(manifest, "c")).toThrow(
      "`resumeFrom.files[1]` is invalid: pass the stored manifest unchanged, to this version of the package or a newer one",
    );
  },
);

test.each<unknown>([
  { ...submitted, key: 1 },
  { ...submitted, key: undefined },
  { ...submitted, siteId: null },
  { ...submitted, sha256: undefined },
  { ...submitted, sha256: sha256.toUpperCase() },
  { ...submitted, sha256: `${sha256}0` },
  { ...submitted, sha256: [sha256] },
  { ...submitted, jobId: undefined },
  { ...submitted, jobId: "" },
  { ...submitted, jobId: 7 },
  { ...submitted, status: "uncertain" },
  { ...submitted, status: "completed", jobId: null },
  { ...rejected, status: "sending" },
])("an invalid entry is rejected: %j", (entry) => {
  expect(() => readManifest(stored({ ...good, files: [entry] }), "c")).toThrow(
    "`resumeFrom.files[0]` is invalid: pass the stored manifest unchanged, to this version of the package or a newer one",
  );
});

test("only the known properties of an entry are read, and any JSON is read or rejected", () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant({ ...submitted, more: 1 }))), (files) => {
      try {
        for (const entry of readManifest(stored({ ...good, files }), "c"))
          expect(["jobId,key,sha256,siteId,status", "key,sha256,siteId,status"]).toContain(
            Object.keys(entry).toSorted().join(),
          );
      } catch (error) {
        expect(error).toMatchObject({ kind: "validation" });
      }
    }),
  ));
