/** Reads the message of a thrown value. */
export function readMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Describes an error and its causes in one line: `fetch failed: connect ECONNREFUSED 127.0.0.1:4010`. */
export function describeError(error: unknown): string {
  const texts: string[] = [];
  for (let current = error; current !== undefined && texts.length < 5; ) {
    if (!(current instanceof Error)) {
      texts.push(String(current));
      break;
    }
    const code = "code" in current && typeof current.code === "string" ? current.code : "";
    // Node tried several addresses: the combined error has no message.
    texts.push(current.message || code || current.name);
    current = current.cause;
  }
  return texts.join(": ");
}
