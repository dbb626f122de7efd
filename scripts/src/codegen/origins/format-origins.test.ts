import { expect, test } from "vitest";
import type { LockEntry } from "../../specs/lock/spec-lock.ts";
import { formatOrigins } from "./format-origins.ts";

const entry = (origin: LockEntry["origin"], source: string): LockEntry => ({
  source,
  sha256: "0",
  bytes: 1,
  origin,
  date: "2026-01-02",
});

test("each document has a row that tells its origin, and guesses are named while one is reconstructed", () => {
  const lock = new Map([
    ["v2.0", entry("upstream", "https://docs.example/openapi.json")],
    ["v2.1", entry("reconstructed", "specs/reconstruction")],
  ]);

  const text = formatOrigins(lock, ["v2.0", "v2.1"]);

  expect(text.split("\n").slice(0, 4)).toEqual([
    "| version | the document is                 | from                                | on         |",
    "| ------- | ------------------------------- | ----------------------------------- | ---------- |",
    "| v2.0    | published by Nectar             | `https://docs.example/openapi.json` | 2026-01-02 |",
    "| v2.1    | reconstructed from public pages | `specs/reconstruction`              | 2026-01-02 |",
  ]);
  expect(text).toContain("`x-evidence: inferred` or `assumed`");
});

test("once every document is upstream's, nothing is said to be reconstructed", () => {
  const text = formatOrigins(new Map([["v2.0", entry("upstream", "folder|with a bar")]]), ["v2.0"]);

  expect(text).not.toMatch(/reconstruct|guess/);
  expect(text.split("\n").filter((line) => line.startsWith("| v2.0"))).toHaveLength(1);
});
