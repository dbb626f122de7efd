import type { SentKeys } from "./sent-keys.ts";

const REDACTED = "[redacted]";

/**
 * Removes the API keys from a string, such as a response or an error message that repeats them.
 *
 * @param limit length to cut the string to; a key across the cut is removed whole, so that no part of it remains
 */
export function redactText(text: string, keys: SentKeys, limit: number = text.length): string {
  let clean = "";
  let end = 0;
  for (const { 0: form, index } of text.matchAll(keys.pattern)) {
    if (index >= limit) break;
    clean += text.slice(end, index) + REDACTED;
    end = index + form.length;
  }
  return clean + text.slice(end, Math.max(end, limit));
}

/** Levels of an error body that are kept, so that no server can exhaust the stack of code that walks it. */
const MAX_DEPTH = 100;

/** Removes the keys from a parsed body, including property names and numbers. */
export function redactBody(body: unknown, keys: SentKeys, depth: number = MAX_DEPTH): unknown {
  if (typeof body === "string") return redactText(body, keys);
  if (typeof body === "number") return redactText(`${body}`, keys) === `${body}` ? body : REDACTED;
  if (typeof body !== "object" || body === null) return body;
  if (depth === 0) return "[nested too deep]";
  if (Array.isArray(body)) return body.map((item) => redactBody(item, keys, depth - 1));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [redactText(name, keys), redactBody(value, keys, depth - 1)]),
  );
}

/** Removes the keys from headers, and a whole header if its name contains a key. */
export function redactHeaders(headers: Headers, keys: SentKeys): Headers {
  const clean = new Headers();
  // `Headers` turns names into lower case.
  const inName = new RegExp(keys.pattern.source, "i");
  headers.forEach((value, name) => {
    if (!inName.test(name)) clean.append(name, redactText(value, keys));
  });
  return clean;
}

/**
 * Copies the safe parts of an error that may carry anything, such as a request with its headers.
 *
 * Its causes are copied in the same way, a few levels deep.
 */
export function redactCause(cause: unknown, keys: SentKeys, depth = 4): unknown {
  if (typeof cause !== "object" || cause === null || !("message" in cause)) {
    return typeof cause === "string" ? redactMessage(cause, keys) : undefined;
  }
  const reason = depth > 0 ? redactCause(readCause(cause), keys, depth - 1) : undefined;
  const given = String(cause.message);
  const message = redactMessage(given, keys);
  const clean = new Error(message, reason === undefined ? undefined : { cause: reason });
  for (const name of ["name", "stack", "code"]) {
    const value: unknown = Reflect.get(cause, name);
    // The stack begins with the message.
    const text = typeof value === "string" && name === "stack" ? value.replace(given, () => message) : value;
    if (typeof text === "string") Object.defineProperty(clean, name, { value: redactText(text, keys) });
  }
  return clean;
}

/** Returns the cause of an error; if it bundles several attempts, such as IPv6 and IPv4, the first. */
function readCause(error: object): unknown {
  const { cause, errors }: { readonly cause?: unknown; readonly errors?: unknown } = error;
  return cause ?? (Array.isArray(errors) ? errors[0] : undefined);
}

/** Removes keys and the queries of URLs from a message: the runtime's errors show the whole URL. */
function redactMessage(message: string, keys: SentKeys): string {
  return redactText(message.replaceAll(/(https?:\/\/[^\s?#]*)[?#]\S*?(?=\)?:?(?:\s|$))/gi, "$1"), keys);
}
