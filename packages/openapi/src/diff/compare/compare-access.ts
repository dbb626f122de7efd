import { arrayIn, isArray, isObject, type Json, type JsonObject, stringIn } from "../../document/json.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { excerptValue } from "../walk/describe.ts";
import { compareOtherKeywords, readKeywords } from "./compare-keywords.ts";

const URL_ALONE: ReadonlySet<string> = new Set(["url"]);

/** Compares the `servers` of a document, path or operation. Clients use the first by default. */
export function compareServers(place: Place, before: JsonObject, after: JsonObject): Change[] {
  const here = withNodes(enterPart(place, "servers"), before["servers"], after["servers"]);
  const [[first, ...left], [second, ...right]] = [readServers(before), readServers(after)];
  const defaults = [first?.url, second?.url];
  const isOther =
    (servers: readonly Server[]) =>
    ({ url }: Server) =>
      !defaults.includes(url) && servers.every((server) => server.url !== url);
  return [
    ...(first?.url === second?.url
      ? []
      : [createChange(here, "default-server-changed", excerptValue(first?.url), excerptValue(second?.url))]),
    ...compareOtherKeywords(here, readKeywords(first?.node), readKeywords(second?.node), URL_ALONE),
    ...left
      .filter(isOther(right))
      .map(({ url, node }) => createChange(withNodes(here, node, undefined), "server-removed", excerptValue(url))),
    ...right
      .filter(isOther(left))
      .map(({ url, node }) =>
        createChange(withNodes(here, undefined, node), "server-added", undefined, excerptValue(url)),
      ),
    ...left.flatMap(({ url, node }) => {
      const same = right.find((server) => server.url === url);
      return same === undefined
        ? []
        : compareOtherKeywords(enterPart(here, url), readKeywords(node), readKeywords(same.node), URL_ALONE);
    }),
  ];
}

interface Server {
  readonly url: string;
  readonly node: Json;
}

function readServers(parent: JsonObject): Server[] {
  return arrayIn(parent, "servers")
    .filter((node) => isObject(node))
    .map((node) => ({ url: stringIn(node, "url") ?? "", node }));
}

/** Compares lists of security requirements: each entry is an alternative, and an empty list means no key. */
export function compareSecurity(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = withNodes(enterPart(place, "security"), before, after);
  const [left, right] = [readAlternatives(before), readAlternatives(after)];
  const gone = left.filter((way) => !right.includes(way));
  const fresh = right.filter((way) => !left.includes(way));
  return [
    ...gone.map((way) => createChange(here, "security-alternative-removed", excerptValue(way))),
    ...fresh.map((way) => createChange(here, "security-alternative-added", undefined, excerptValue(way))),
  ];
}

const OPEN = "(no key)";

function readAlternatives(requirements: Json | undefined): readonly string[] {
  const ways = isArray(requirements) ? requirements.map(formatAlternative) : [];
  return ways.length === 0 ? [OPEN] : ways;
}

function formatAlternative(requirement: Json): string {
  const schemes = isObject(requirement) ? Object.entries(requirement) : [];
  const named = schemes.map(([scheme, scopes]) =>
    isArray(scopes) && scopes.length > 0 ? `${scheme} (${scopes.map(String).sort().join(", ")})` : scheme,
  );
  return named.sort().join(" + ") || OPEN;
}
