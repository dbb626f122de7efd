/** Characters of a name (RFC 9110 §5.6.2) and of a value (§5.5). */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t -~\x80-\xff]*$/;

/** Says why a header cannot be sent, without a word of its value; `undefined` where it can. */
export function findHeaderProblem(name: string, value: unknown): string | undefined {
  if (!NAME.test(name)) return "a name in `headers` has characters that the name of a header cannot have";
  if (!["string", "number", "boolean", "bigint"].includes(typeof value)) return `header "${name}" must be a text`;
  if (VALUE.test(String(value))) return undefined;
  return `header "${name}" must be Latin-1 text without line breaks and other control characters`;
}

/** A copy of headers that refuses values that cannot be sent; the runtime's own errors would show them. */
export function guardHeaders(headers: Headers, refuse: (problem: string) => Error): Headers {
  const check = (name: string, value: unknown): void => {
    const problem = findHeaderProblem(name, value);
    if (problem !== undefined) throw refuse(problem);
  };
  // Made when it is needed, since nothing runs at import.
  const GuardedHeaders = class extends Headers {
    override set(name: string, value: string): void {
      check(name, value);
      super.set(name, value);
    }
    override append(name: string, value: string): void {
      check(name, value);
      super.append(name, value);
    }
  };
  return new GuardedHeaders(headers);
}
