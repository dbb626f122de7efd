/** Characters of a name (RFC 9110 §5.6.2) and of a value (§5.5). */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t -~\x80-\xff]*$/;

/**
 * Refuses a header that cannot be sent.
 *
 * @param refuse makes the error of a problem; no value is in it
 */
export function requireHeader(name: string, value: unknown, refuse: (problem: string) => Error): void {
  if (!NAME.test(name)) throw refuse("a name in `headers` is not one that a header can have");
  const isPlain = !["object", "function", "symbol", "undefined"].includes(typeof value);
  if (isPlain && VALUE.test(String(value))) return;
  throw refuse(`header "${name}" must be Latin-1 text without line breaks and other control characters`);
}

/** A copy of headers that refuses values that cannot be sent; the runtime's own errors would show them. */
export function guardHeaders(headers: Headers, refuse: (problem: string) => Error): Headers {
  // Made when it is needed, since nothing runs at import.
  const GuardedHeaders = class extends Headers {
    override set(name: string, value: string): void {
      requireHeader(name, value, refuse);
      super.set(name, value);
    }
    override append(name: string, value: string): void {
      requireHeader(name, value, refuse);
      super.append(name, value);
    }
  };
  return new GuardedHeaders(headers);
}
