import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");

/** The program of the oldest Node that the packages support. */
export function findNode20(): string {
  return join(dirname(createRequire(join(ROOT, "package.json")).resolve("node20/package.json")), "bin/node");
}
