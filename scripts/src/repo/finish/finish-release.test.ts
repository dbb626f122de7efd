import { expect, test } from "vitest";
import { finishRelease, listArtifacts } from "./finish-release.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const CLIENT = {
  ...{ name: "@nectar-sdk/client", version: "1.0.0-next.1", file: "nectar-sdk-client-1.0.0-next.1.tgz" },
  ...{ sha256: "0".repeat(64), integrity: "sha512-a", notes: "- Faster." },
};
const FILES = [CLIENT.file, "nectar-sdk-client-1.0.0-next.1.cdx.json", "SHA256SUMS", "release.json"];

async function finish(released: Readonly<Record<string, string>>, tags: readonly string[] = []) {
  const calls: string[] = [];
  const result = await finishRelease({
    list: { commit: COMMIT, packages: [CLIENT] },
    folder: "release",
    files: FILES,
    gh: async (args, input) => {
      if (args[1] === "list") return JSON.stringify(tags.map((tagName) => ({ tagName })));
      calls.push(`${args.join(" ")} < ${input}`);
      return "";
    },
    readReleases: async () => new Map(Object.entries(released)),
  });
  return { ...result, calls };
}

const TAG = "@nectar-sdk/client@1.0.0-next.1";

test("an approved tarball gets its tag at the commit it was packed from, with changelog, SBOM and list", async () => {
  expect(await finish({ "1.0.0-next.1": "sha512-a" })).toEqual({
    ...{ released: [TAG], pending: [], problems: [] },
    calls: [
      `release create ${TAG} --target ${COMMIT} --title ${TAG} --notes-file - --prerelease ` +
        `release/${CLIENT.file} release/nectar-sdk-client-1.0.0-next.1.cdx.json release/SHA256SUMS < - Faster.`,
    ],
  });
});

test("a tarball that waits for approval, or was rejected, gets no tag", async () => {
  expect(await finish({ "0.9.0": "sha512-a" })).toEqual({ released: [], pending: [TAG], problems: [], calls: [] });
});

test("a second run changes nothing", async () => {
  expect(await finish({ "1.0.0-next.1": "sha512-a" }, [TAG])).toMatchObject({ released: [], problems: [], calls: [] });
});

test("other bytes in the registry are a problem, and get no tag", async () => {
  const { problems, calls } = await finish({ "1.0.0-next.1": "sha512-b" });

  expect(problems).toEqual([expect.stringContaining(`${TAG}: the registry has other bytes than ${CLIENT.file}`)]);
  expect(calls).toEqual([]);
});

test("only artifacts of the main branch of this repository count", () => {
  const run = { id: 7, head_branch: "main", repository_id: 1, head_repository_id: 1 };
  const artifacts = [
    { expired: false, workflow_run: run },
    { expired: true, workflow_run: { ...run, id: 8 } },
    { expired: false, workflow_run: { ...run, id: 9, head_branch: "other" } },
    { expired: false, workflow_run: { ...run, id: 10, head_repository_id: 2 } },
  ];

  expect(listArtifacts(JSON.stringify({ artifacts }))).toEqual([{ runId: 7 }]);
});
