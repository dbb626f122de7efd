import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { arrayIn, stringIn } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";

const URL_ALONE: ReadonlySet<string> = new Set(["url"]);

/** Compares the `servers` of a document, path or operation. The first is where a client turns to unless told otherwise. */
export function compareServers(place: Place, before: JsonObject, after: JsonObject): Change[] {
  const here = atPart(place, "servers");
  const [[first, ...left], [second, ...right]] = [serversOf(before), serversOf(after)];
  const defaults = [first?.url, second?.url];
  const isOther =
    (servers: readonly Server[]) =>
    ({ url }: Server) =>
      !defaults.includes(url) && servers.every((server) => server.url !== url);
  return [
    ...(first?.url === second?.url ? [] : [changeAt(here, "default-server-changed", first?.url, second?.url)]),
    ...compareOtherKeywords(here, keywordsOf(first?.node), keywordsOf(second?.node), URL_ALONE),
    ...left.filter(isOther(right)).map(({ url }) => changeAt(here, "server-removed", url)),
    ...right.filter(isOther(left)).map(({ url }) => changeAt(here, "server-added", undefined, url)),
    ...left.flatMap(({ url, node }) => {
      const same = right.find((server) => server.url === url);
      return same === undefined
        ? []
        : compareOtherKeywords(atPart(here, url), keywordsOf(node), keywordsOf(same.node), URL_ALONE);
    }),
  ];
}

interface Server {
  readonly url: string;
  readonly node: Json;
}

function serversOf(parent: JsonObject): Server[] {
  return arrayIn(parent, "servers")
    .filter((node) => isObject(node))
    .map((node) => ({ url: stringIn(node, "url") ?? "", node }));
}
