import { decodeUrl } from "./decode-url.ts";

/** One pair of a query. */
export interface QueryPair {
  /** Decoded. */
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** The value split at its commas, each part decoded: `%2C` is part of an item. */
  readonly items: readonly string[];
}

/** A URL in its parts, nothing normalised: `URL` would resolve `..` and hide it. */
export interface SplitUrl {
  readonly pathname: string;
  /** In the order of the URL. */
  readonly query: readonly QueryPair[];
}

/** Takes an absolute URL, or a path with its query. */
export function splitUrl(url: string): SplitUrl {
  const [withoutHash = ""] = url.split("#", 1);
  const start = withoutHash.indexOf("?");
  const address = start === -1 ? withoutHash : withoutHash.slice(0, start);
  const search = start === -1 ? "" : withoutHash.slice(start + 1);
  return { pathname: address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ""), query: splitQuery(search) };
}

function splitQuery(search: string): QueryPair[] {
  return search.split("&").flatMap((pair) => {
    const [, raw = ""] = /=(.*)/s.exec(pair) ?? [];
    return [...new URLSearchParams(pair)].map(([name, value]) => ({
      name,
      value,
      items: raw.split(",").map(decodeUrl),
    }));
  });
}
