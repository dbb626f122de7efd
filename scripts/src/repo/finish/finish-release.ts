import { join } from "node:path";
import { asObject, isArray, stringIn } from "@nectar-sdk/openapi/document";
import { parseJson } from "../../shared/parse-json.ts";
import type { RunGh } from "../drift/github.ts";
import type { ReadReleases } from "../release/registry-client.ts";
import { chooseTag, type ReleaseEntry, type ReleaseList } from "../release/release-list.ts";
import { judgeApproval } from "./judge-release.ts";

/** The arguments of {@link finishRelease}. */
export interface FinishOptions {
  readonly list: ReleaseList;
  /** Folder with the list, the tarballs and their SBOMs. */
  readonly folder: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  readonly gh: RunGh;
  readonly readReleases: ReadReleases;
}

/** The tags of releases, by their state. */
export interface Finished {
  readonly released: readonly string[];
  readonly pending: readonly string[];
  /** One line each. */
  readonly problems: readonly string[];
}

/**
 * Tags each tarball that the registry has, and creates its GitHub release. It can be repeated: releases that exist do not
 * change, and tarballs without approval get no tag.
 */
export async function finishRelease(options: FinishOptions): Promise<Finished> {
  const { list, gh, readReleases } = options;
  const existing = await listReleases(gh);
  const [released, pending, problems]: [string[], string[], string[]] = [[], [], []];
  for (const entry of list.packages) {
    const tag = `${entry.name}@${entry.version}`;
    const approval = judgeApproval(entry, await readReleases(entry.name));
    if (approval === "different") {
      problems.push(`${tag}: the registry has other bytes than ${entry.file}; deprecate the version, and find out why`);
    } else if (approval === "pending") pending.push(tag);
    else if (!existing.has(tag)) {
      await createRelease(options, entry, tag);
      released.push(tag);
    }
  }
  return { released, pending, problems };
}

async function createRelease(
  { list, folder, files, gh }: FinishOptions,
  entry: ReleaseEntry,
  tag: string,
): Promise<void> {
  const kind = chooseTag(entry.version) === "next" ? ["--prerelease"] : ["--latest=false"];
  const sbom = entry.file.replace(/\.tgz$/, ".cdx.json");
  const assets = [entry.file, sbom, "SHA256SUMS"]
    .filter((file) => files.includes(file))
    .map((file) => join(folder, file));
  const options = ["--target", list.commit, "--title", tag, "--notes-file", "-", ...kind];
  await gh(["release", "create", tag, ...options, ...assets], entry.notes);
}

async function listReleases(gh: RunGh): Promise<ReadonlySet<string>> {
  const text = await gh(["release", "list", "--limit", "1000", "--json", "tagName"]);
  const releases = parseJson(text === "" ? "[]" : text, "the output of gh");
  return new Set((isArray(releases) ? releases : []).map((release) => stringIn(release, "tagName") ?? ""));
}

/** An artifact of a run of release.yml. */
export interface ReleaseArtifact {
  readonly runId: number;
}

/**
 * Lists the runs with tarballs. Only those of the main branch of this repository count: a fork can name its artifacts and branches alike.
 *
 * @param text the response of GitHub to `actions/artifacts?name=release`
 */
export function listArtifacts(text: string): ReleaseArtifact[] {
  const { artifacts } = asObject(parseJson(text, "the output of gh"), "artifacts");
  return (isArray(artifacts) ? artifacts : []).flatMap((value) => {
    const { expired, workflow_run: run } = asObject(value, "artifact");
    const { id, head_branch: branch, repository_id: own, head_repository_id: head } = asObject(run, "workflow_run");
    const isOurs = branch === "main" && own !== undefined && own === head;
    return expired === false && isOurs && typeof id === "number" ? [{ runId: id }] : [];
  });
}
