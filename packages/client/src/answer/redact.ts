/** Takes the key out of a text, wherever a server or an error message repeats it: as it is, in JSON, in a URL. */
export function redactText(text: string, key: string): string {
  if (key === "") return text;
  return [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)].reduce(
    (clean, form) => clean.replaceAll(form, "[redacted]"),
    text,
  );
}

/** The same parsed body without the key. */
export function redactBody(body: unknown, key: string): unknown {
  if (typeof body === "string") return redactText(body, key);
  // Through JSON, so that it is found however the server escaped it, in names of properties too.
  return body === undefined ? undefined : JSON.parse(redactText(JSON.stringify(body), key));
}

/** The same headers without the key. */
export function redactHeaders(headers: Headers, key: string): Headers {
  const clean = new Headers();
  headers.forEach((value, name) => {
    clean.append(name, redactText(value, key));
  });
  return clean;
}

/**
 * What is known of a foreign error without what may hang on it: a request object with its headers, say. Its causes likewise, a few
 * levels down.
 */
export function redactCause(cause: unknown, key: string, depth = 4): unknown {
  if (typeof cause !== "object" || cause === null || !("message" in cause)) {
    return typeof cause === "string" ? redactText(cause, key) : undefined;
  }
  const inner = "cause" in cause && depth > 0 ? redactCause(cause.cause, key, depth - 1) : undefined;
  const clean = new Error(redactText(String(cause.message), key), inner === undefined ? undefined : { cause: inner });
  for (const name of ["name", "stack", "code"]) {
    const value: unknown = Reflect.get(cause, name);
    if (typeof value === "string") Object.defineProperty(clean, name, { value: redactText(value, key) });
  }
  return clean;
}
