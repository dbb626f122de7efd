import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { readEnvironment } from "./environment.ts";

const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/** A path that ends in an API version: the part before it, the version, and its major. */
const VERSION_PATH = /^(.*)((\/v\d+)(?:\.\d+)*)\/*$/;

/**
 * Returns the base URL without a trailing slash.
 *
 * @param apiUrl base URL of the API version
 * @param source its name in the error
 * @throws {NectarConfigError} unless it is an `https:` URL (`http:` on a loopback host) without credentials, query or fragment
 * @throws {NectarConfigError} when its path belongs to another API version
 */
export function checkBaseUrl(text: string, apiUrl: string, source = "`baseUrl`"): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  // Tested in the text: a URL hides an empty query or fragment, and braces would become a path parameter.
  if (url === undefined || !isSafe || url.username || url.password || /[?#{}]/.test(text)) {
    throw new NectarConfigError(
      `${source} must be an https: URL (http: only for a loopback host) without credentials, query or fragment`,
    );
  }
  const { pathname } = new URL(apiUrl);
  const [, prefix, version, major = ""] = VERSION_PATH.exec(url.pathname) ?? [];
  // A gateway may have its own versions: `/nectar/v1`.
  if (version && version !== pathname && (!prefix || pathname.startsWith(major))) {
    throw new NectarConfigError(`${source} belongs to another API version: its path must end with ${pathname}`);
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * Reads the base URL from `NECTAR_BASE_URL`, or takes that of the API version. An origin alone gets the path of the version.
 *
 * @throws {NectarConfigError} when `NECTAR_BASE_URL` is invalid
 */
export function readDefaultBaseUrl(apiUrl: string): string {
  const text = readEnvironment("NECTAR_BASE_URL");
  if (text === undefined) return checkBaseUrl(apiUrl, apiUrl);
  const url = checkBaseUrl(text, apiUrl, "NECTAR_BASE_URL");
  return new URL(url).pathname === "/" ? url + new URL(apiUrl).pathname : url;
}
