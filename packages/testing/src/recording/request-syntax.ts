/** A method is a token (RFC 9110, section 5.6.2). */
export const METHOD_PATTERN = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";

/** Recorded part of a URL: a path, a query or nothing, without control characters. */
export const PATH_PATTERN = "^([/?][^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*)?$";

const METHOD = new RegExp(METHOD_PATTERN);

/** Returns the method, or a placeholder when it is invalid. */
export function toMethod(text: string): string {
  return METHOD.test(text) ? text : "invalid-method";
}

/** Returns the URL in one line, or a placeholder when it is neither absolute nor a path. */
export function toRequestUrl(text: string): string {
  if (!/^([a-z][a-z0-9+.-]*:\/\/|[/?])/i.test(text) && text !== "") return "/invalid-url";
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, encodeURIComponent);
}

/** Whether `fetch` accepts the header. */
export function isValidHeader(name: string, value: string): boolean {
  try {
    new Headers([[name, value]]);
    return true;
  } catch {
    return false;
  }
}
