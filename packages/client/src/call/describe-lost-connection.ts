/** Says that the connection failed: to which host, and why. The status tells whether the response had begun. */
export function describeLostConnection(baseUrl: string, status: number | undefined, cause: unknown): string {
  const { host } = new URL(baseUrl);
  const reason = describeCause(cause);
  return `${status === undefined ? `no response from ${host}` : `the response of ${host} broke off`}${reason && ": "}${reason}`;
}

/** The innermost message: what `fetch` itself says is always the same. */
function describeCause(error: unknown): string {
  const { message = error, cause, code }: { message?: unknown; cause?: unknown; code?: unknown } = Object(error);
  return (cause ? describeCause(cause) : "") || String(message || code || "");
}
