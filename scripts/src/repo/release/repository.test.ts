import { expect, test } from "vitest";
import { readRepository, toReleaseManifest } from "./repository.ts";

const AT_GITHUB = { type: "git", url: "git+https://github.com/owner/name.git" };
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

test("the fields of a package point at its folder, and take the place after `license`", () => {
  const manifest = { name: "client", license: "MIT", repository: "old", type: "module" };

  const released = toReleaseManifest(manifest, readRepository({ repository: AT_GITHUB }), "packages/client");

  expect(Object.entries(released)).toEqual([
    ["name", "client"],
    ["license", "MIT"],
    ["repository", { ...AT_GITHUB, directory: "packages/client" }],
    ["homepage", "https://github.com/owner/name/tree/HEAD/packages/client#readme"],
    ["bugs", { url: "https://github.com/owner/name/issues" }],
    ["type", "module"],
  ]);
});

test.each([
  [AT_GITHUB.url, "file", `https://github.com/owner/name/blob/${COMMIT}/a/b.md`],
  [AT_GITHUB.url, "folder", `https://github.com/owner/name/tree/${COMMIT}/a/b.md`],
  [AT_GITHUB.url, "raw", `https://raw.githubusercontent.com/owner/name/${COMMIT}/a/b.md`],
  ["https://gitlab.com/owner/name", "file", `https://gitlab.com/owner/name/blob/${COMMIT}/a/b.md`],
  ["github:owner/name", "folder", `https://github.com/owner/name/tree/${COMMIT}/a/b.md`],
] as const)("of %s, a %s has an address at a commit", (repository, kind, url) => {
  expect(readRepository({ repository }).toUrl("a/b.md", kind, COMMIT)).toBe(url);
});

test("a repository that is missing is refused with the line to add, which itself is refused until it is filled in", () => {
  const missing = (): unknown => readRepository({ name: "root" });
  expect(missing).toThrow('"repository": "https://github.com/<owner>/<name>",');
  expect(missing).toThrow("npm refuses provenance without");

  const placeholder = { type: "git", url: "git+https://github.com/<owner>/<name>.git" };
  expect(() => readRepository({ repository: placeholder })).toThrow(
    "unknown `repository`: git+https://github.com/<owner>",
  );
});

test("a repository at an unknown host is refused, since its addresses are unknown", () => {
  expect(() => readRepository({ repository: "https://git.example/owner/name" })).toThrow("unknown `repository`");
});
