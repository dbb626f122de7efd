import type { SentKeys } from "./sent-keys.ts";

const REDACTED = "[redacted]";

/**
 * Takes the API keys out of a text, wherever a server or an error message repeats them.
 *
 * @param limit where the text is cut, behind a key that begins before; so that no part of a key is left at the cut
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

/** Levels of an error body that are kept, so that no server can exhaust the stack of whoever looks at the error. */
const DEEPEST = 100;

/** The same parsed body without the keys, in names of properties and in numbers too. */
export function redactBody(body: unknown, keys: SentKeys, depth: number = DEEPEST): unknown {
  if (typeof body === "string") return redactText(body, keys);
  if (typeof body === "number") return redactText(`${body}`, keys) === `${body}` ? body : REDACTED;
  if (typeof body !== "object" || body === null) return body;
  if (depth === 0) return "[nested too deep]";
  if (Array.isArray(body)) return body.map((item) => redactBody(item, keys, depth - 1));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [redactText(name, keys), redactBody(value, keys, depth - 1)]),
  );
}

/** The same headers without the keys; without the whole header where its name holds it. */
export function redactHeaders(headers: Headers, keys: SentKeys): Headers {
  const clean = new Headers();
  // Names of headers are in lower case.
  const inName = new RegExp(keys.pattern.source, "i");
  headers.forEach((value, name) => {
    if (!inName.test(name)) clean.append(name, redactText(value, keys));
  });
  return clean;
}

/**
 * What is known of a foreign error without what may hang on it: a request object with its headers, say. Its causes likewise, a few
 * levels down.
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
    // A stack begins with the message.
    const text = typeof value === "string" && name === "stack" ? value.replace(given, () => message) : value;
    if (typeof text === "string") Object.defineProperty(clean, name, { value: redactText(text, keys) });
  }
  return clean;
}

/** The cause of an error; of several attempts at once (IPv6 and IPv4, say), the first. */
function readCause(error: object): unknown {
  const { cause, errors }: { readonly cause?: unknown; readonly errors?: unknown } = error;
  return cause ?? (Array.isArray(errors) ? errors[0] : undefined);
}

/** A message without keys, and without the queries of URLs: the runtime's errors show the whole URL. */
function redactMessage(message: string, keys: SentKeys): string {
  return redactText(message.replaceAll(/(https?:\/\/[^\s?#]*)[?#]\S*?(?=\)?:?(?:\s|$))/gi, "$1"), keys);
}
