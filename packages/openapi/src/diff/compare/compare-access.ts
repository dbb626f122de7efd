import { arrayIn, isArray, isObject, type Json, type JsonObject, stringIn } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { compareOtherKeywords, readKeywords } from "../schema/compare-keywords.ts";
import { excerptValue } from "../walk/describe.ts";

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

/** Of two servers with one URL, the first counts. */
function readServers(parent: JsonObject): Server[] {
  const servers = arrayIn(parent, "servers")
    .filter((node) => isObject(node))
    .map((node) => ({ url: stringIn(node, "url") ?? "", node }));
  return servers.filter(({ url }, index) => servers.findIndex((server) => server.url === url) === index);
}

/** Compares lists of security requirements: each entry is an alternative, and an empty list means no key. */
export function compareSecurity(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = withNodes(enterPart(place, "security"), before, after);
  const [left, right] = [readAlternatives(before), readAlternatives(after)];
  const gone = [...left].filter(([text]) => !right.has(text));
  const fresh = [...right].filter(([text]) => !left.has(text));
  const loosened = gone.map(([text, way]) => [text, [...right].find(([, other]) => covers(way, other))?.[0]] as const);
  const loosenedTo = new Set(loosened.map(([, text]) => text));
  return [
    ...loosened.map(([text, looser]) =>
      looser === undefined
        ? createChange(here, "security-alternative-removed", excerptValue(text))
        : createChange(here, "security-loosened", excerptValue(text), excerptValue(looser)),
    ),
    ...fresh
      .filter(([text]) => !loosenedTo.has(text))
      .map(([text]) => createChange(here, "security-alternative-added", undefined, excerptValue(text))),
  ];
}

/** The scopes that each scheme of an alternative needs. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/** Whether a request that authenticates in the first way satisfies the second, too. */
function covers(given: Alternative, needed: Alternative): boolean {
  return [...needed].every(([scheme, scopes]) => {
    const granted = given.get(scheme);
    return granted !== undefined && scopes.every((scope) => granted.includes(scope));
  });
}

const OPEN = "(no key)";

function readAlternatives(requirements: Json | undefined): ReadonlyMap<string, Alternative> {
  const ways = isArray(requirements) ? requirements.map(readAlternative) : [];
  return new Map((ways.length === 0 ? [new Map()] : ways).map((way) => [formatAlternative(way), way]));
}

function readAlternative(requirement: Json): Alternative {
  const schemes = isObject(requirement) ? Object.entries(requirement) : [];
  return new Map(schemes.map(([scheme, scopes]) => [scheme, isArray(scopes) ? scopes.map(toText).sort() : []]));
}

function toText(scope: Json): string {
  return typeof scope === "string" ? scope : toCanonical(scope);
}

function formatAlternative(way: Alternative): string {
  const named = [...way].map(([scheme, scopes]) => (scopes.length > 0 ? `${scheme} (${scopes.join(", ")})` : scheme));
  return named.sort().join(" + ") || OPEN;
}
