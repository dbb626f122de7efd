import { asObject, isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import GitHost from "hosted-git-info";

/** The host of the source, from the root's `package.json`. */
export interface Repository {
  /** The fields of a published `package.json` that point at it; npm refuses provenance without `repository`. */
  toManifestFields(directory: string): JsonObject;
  /** The address of a file or folder at a commit. `raw` is the file itself, for images. */
  toUrl(path: string, kind: "file" | "folder" | "raw", commit: string): string;
}

const MISSING = `package.json of the root has no \`repository\`, and npm refuses provenance without one. Add this line with the real owner and name:
  "repository": "https://github.com/<owner>/<name>",`;

/**
 * Reads the one entry that all packages take their `repository`, `homepage` and `bugs` from.
 *
 * @throws {Error} with the line to add, when it is missing, still a placeholder, or of an unknown host
 */
export function readRepository(rootManifest: JsonObject): Repository {
  const { repository } = rootManifest;
  if (repository === undefined) throw new Error(MISSING);
  const url = String(isObject(repository) ? repository["url"] : repository);
  const host = url.includes("<") ? undefined : GitHost.fromUrl(url, { noCommittish: true });
  if (host === undefined) {
    throw new Error(
      `package.json of the root: unknown \`repository\`: ${url}. Expected one at GitHub, GitLab or Bitbucket`,
    );
  }
  return {
    toManifestFields: (directory) => ({
      repository: { type: "git", url: host.https(), directory },
      homepage: host.browse(directory, "readme"),
      bugs: { url: host.bugs() },
    }),
    toUrl(path, kind, committish) {
      const at = { committish, noCommittish: false };
      if (kind === "raw") return host.file(path, at);
      return host.browse(path, kind === "folder" ? at : { ...at, treepath: host.treepath?.replace("tree", "blob") });
    },
  };
}

/** Adds the fields of the repository to a package's manifest, after `license`. */
export function toReleaseManifest(manifest: JsonObject, repository: Repository, directory: string): JsonObject {
  const { repository: _, homepage: __, bugs: ___, ...others } = manifest;
  const fields = Object.entries(repository.toManifestFields(directory));
  const entries = Object.entries(others);
  const at = entries.findIndex(([name]) => name === "license") + 1;
  return asObject(Object.fromEntries(entries.toSpliced(at, 0, ...fields)), "package.json");
}
