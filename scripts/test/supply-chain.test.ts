import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { ROOT } from "./support/temporary-repository.ts";

const workspace = parseDocument(await readFile(join(ROOT, "pnpm-workspace.yaml"), "utf8"));

test("a version has to be three days old, may not lose evidence, and takes its dependencies from the registry", () => {
  expect(workspace.toJS()).toMatchObject({
    minimumReleaseAge: 3 * 24 * 60,
    trustPolicy: "no-downgrade",
    trustPolicyIgnoreAfter: 30 * 24 * 60,
    blockExoticSubdeps: true,
  });
  expect(workspace.has("trustLockfile")).toBe(false);
});

test("our own packages are exempt from the age, and every other exception says until when and why", () => {
  expect(workspace.toJS()["minimumReleaseAgeExclude"]).toContain("@nectar-sdk/*");

  expect(listExceptions().filter(({ reason }) => !/\d{4}-\d{2}-\d{2}: \S/.test(reason))).toEqual([]);
});

/** Each exception with the comment beside or above it. */
function listExceptions(): { readonly entry: string; readonly reason: string }[] {
  if (!isMap(workspace.contents)) throw new Error("pnpm-workspace.yaml is not a mapping");
  return ["minimumReleaseAgeExclude", "trustPolicyExclude"]
    .flatMap((key) => {
      const list = workspace.get(key);
      return isSeq(list) ? list.items.filter(isScalar) : [];
    })
    .map((item) => ({ entry: String(item.value), reason: `${item.commentBefore ?? ""}${item.comment ?? ""}` }))
    .filter(({ entry }) => entry !== "@nectar-sdk/*");
}
