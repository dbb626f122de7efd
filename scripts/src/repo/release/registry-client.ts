import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { asObject, objectIn, stringIn } from "@nectar-sdk/openapi/document";
import { messageOf } from "../../shared/command-line.ts";

const TIMEOUT_MS = 60_000;

/** The published versions of a package, with the integrity of each tarball: `sha512-…`. */
export type ReadReleases = (name: string) => Promise<ReadonlyMap<string, string>>;

/** Reads the registry that npm is configured with: that of a scope, if it has its own. */
export async function readRegistryUrl(scope?: string): Promise<string> {
  for (const key of scope === undefined ? ["registry"] : [`${scope}:registry`, "registry"]) {
    const { stdout } = await promisify(execFile)("npm", ["config", "get", key]);
    const url = URL.parse(stdout.trim());
    if (url !== null) return url.href;
  }
  throw new Error("npm has no registry; set one with `npm config set registry <URL>`");
}

/**
 * Reads a registry.
 *
 * @param url of the registry; a path below it is kept
 * @returns a function that throws an Error naming the package when the registry does not respond with its versions
 */
export function openRegistry(url: string): ReadReleases {
  const base = url.endsWith("/") ? url : `${url}/`;
  return async (name) => {
    try {
      const response = await fetch(new URL(name.replace("/", "%2f"), base), {
        headers: { accept: "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // A package without a version yet.
      if (response.status === 404) return new Map();
      if (!response.ok) throw new Error(`it responded ${response.status}`);
      return readVersions(await response.json(), name);
    } catch (cause) {
      throw new Error(`the registry does not tell the versions of ${name}: ${messageOf(cause)}; try again later`, {
        cause,
      });
    }
  };
}

function readVersions(packument: unknown, name: string): ReadonlyMap<string, string> {
  const versions = Object.entries(objectIn(asObject(packument, name), "versions"));
  return new Map(
    versions.map(([version, manifest]) => {
      const dist = objectIn(asObject(manifest, `${name}@${version}`), "dist");
      return [version, stringIn(dist, "integrity") ?? ""];
    }),
  );
}
