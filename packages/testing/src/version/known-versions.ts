import { readFileSync } from "node:fs";
import { isObject } from "../document/json.ts";

/** The version packages that this one names as its peers. */
export function knownVersions(): string[] {
  const json: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const peers = isObject(json) ? json["peerDependencies"] : undefined;
  return Object.keys(isObject(peers) ? peers : {}).flatMap((name) => /^@nectar-sdk\/api-(v.+)$/.exec(name)?.[1] ?? []);
}
