/** A URL in its parts, nothing normalised: `URL` would resolve `..` and hide it. */
export interface SplitUrl {
  readonly pathname: string;
  /** Decoded, in the order of the URL. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Takes an absolute URL, or a path with its query. */
export function splitUrl(url: string): SplitUrl {
  const [withoutHash = ""] = url.split("#", 1);
  const start = withoutHash.indexOf("?");
  const address = start === -1 ? withoutHash : withoutHash.slice(0, start);
  const search = start === -1 ? "" : withoutHash.slice(start + 1);
  return { pathname: address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ""), query: [...new URLSearchParams(search)] };
}
