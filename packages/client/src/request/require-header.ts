/** Characters of a header name (RFC 9110 §5.6.2) and of a value (§5.5). */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t -~\x80-\xff]*$/;

/**
 * Rejects a header that HTTP cannot send.
 *
 * @param createError creates the error of a problem, which contains no header value
 */
export function requireHeader(name: string, value: unknown, createError: (problem: string) => Error): void {
  if (!NAME.test(name)) throw createError("a name in `headers` is not a valid header name");
  const isPlain = !["object", "function", "symbol", "undefined"].includes(typeof value);
  if (isPlain && VALUE.test(String(value))) return;
  throw createError(`header "${name}" must be Latin-1 text without line breaks or other control characters`);
}

/** Copies headers into an object that rejects invalid values, since the runtime's own errors show the value. */
export function guardHeaders(headers: Headers, createError: (problem: string) => Error): Headers {
  // Declared here, since no code of this package may run at import.
  const GuardedHeaders = class extends Headers {
    override set(name: string, value: string): void {
      requireHeader(name, value, createError);
      super.set(name, value);
    }
    override append(name: string, value: string): void {
      requireHeader(name, value, createError);
      super.append(name, value);
    }
  };
  return new GuardedHeaders(headers);
}
