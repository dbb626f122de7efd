import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { readEnvironment } from "./environment.ts";

const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/** A path that ends in an API version: what is before it, the version, and its major. */
const VERSION_PATH = /^(.*)((\/v\d+)(?:\.\d+)*)\/*$/;

/**
 * The base URL without a slash at its end.
 *
 * @param apiUrl base URL of the API version, which tells its path from that of another version
 * @param source what the error calls it
 * @throws {NectarConfigError} unless it is an `https:` URL (`http:` on a loopback host) without credentials, query and fragment; and
 * when its path is that of another API version
 */
export function checkBaseUrl(text: string, apiUrl: string, source = "`baseUrl`"): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  // In the text, since a URL does not tell an empty query or fragment from none; braces would be taken for a path parameter.
  if (url === undefined || !isSafe || url.username || url.password || /[?#{}]/.test(text)) {
    throw new NectarConfigError(
      `${source} must be an https: URL (http: only for a loopback host) without credentials, query and fragment`,
    );
  }
  const { pathname } = new URL(apiUrl);
  const [, prefix, version, major = ""] = VERSION_PATH.exec(url.pathname) ?? [];
  // A gateway may count versions of its own: `/nectar/v1`.
  if (version && version !== pathname && (!prefix || pathname.startsWith(major))) {
    throw new NectarConfigError(`${source} is that of another API version: let its path end with ${pathname}`);
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * The base URL to use where none is given: `NECTAR_BASE_URL`, or that of the API version. An origin alone gets the path of the version.
 *
 * @throws {NectarConfigError} when `NECTAR_BASE_URL` cannot work
 */
export function defaultBaseUrl(apiUrl: string): string {
  const text = readEnvironment("NECTAR_BASE_URL");
  if (text === undefined) return checkBaseUrl(apiUrl, apiUrl);
  const url = checkBaseUrl(text, apiUrl, "NECTAR_BASE_URL");
  return new URL(url).pathname === "/" ? url + new URL(apiUrl).pathname : url;
}
