/** Takes the key out of a text, wherever a server or an error message repeats it: as it is, in JSON, in a URL. */
export function redactText(text: string, key: string): string {
  if (key === "") return text;
  return [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)].reduce(
    (clean, form) => clean.replaceAll(form, "[redacted]"),
    text,
  );
}

/** Levels of an error body that are kept, so that no server can exhaust the stack of whoever looks at the error. */
const DEEPEST = 100;

/** The same parsed body without the key, in names of properties and in numbers too. */
export function redactBody(body: unknown, key: string, depth: number = DEEPEST): unknown {
  if (typeof body === "string") return redactText(body, key);
  if (typeof body === "number") return redactText(`${body}`, key) === `${body}` ? body : "[redacted]";
  if (typeof body !== "object" || body === null) return body;
  if (depth === 0) return "[nested too deep]";
  if (Array.isArray(body)) return body.map((item) => redactBody(item, key, depth - 1));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [redactText(name, key), redactBody(value, key, depth - 1)]),
  );
}

/** The same headers without the key; without the whole header where its name holds it. */
export function redactHeaders(headers: Headers, key: string): Headers {
  const clean = new Headers();
  headers.forEach((value, name) => {
    if (key === "" || !name.includes(key.toLowerCase())) clean.append(name, redactText(value, key));
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
