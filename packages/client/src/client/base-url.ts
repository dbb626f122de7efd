import { NectarConfigError } from "../errors/nectar-config-error.ts";

const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The base URL without a slash at its end.
 *
 * @throws {NectarConfigError} unless it is an `https:` URL (`http:` on a loopback host) without credentials, query and fragment
 */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  // In the text, since a URL does not tell an empty query or fragment from none; braces would be taken for a path parameter.
  if (url === undefined || !isSafe || url.username || url.password || /[?#{}]/.test(text)) {
    throw new NectarConfigError(
      "`baseUrl` must be an https: URL (http: only for a loopback host) without credentials, query and fragment",
    );
  }
  return url.href.replace(/\/+$/, "");
}
