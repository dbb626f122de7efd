import type { TimeLimit } from "../errors/nectar-timeout-error.ts";

/** Says that a limit passed: which one, how long it was, and where to change it. */
export function describeTimeout({ option, milliseconds, source }: TimeLimit): string {
  const what = option === "timeout" ? "one attempt" : "the whole call";
  return `no response within ${Math.round(milliseconds)} ms, the \`${option}\` of ${what} (option of the ${source})`;
}

/** Says that the connection failed: to which host, and why. The status tells whether the response had begun. */
export function describeLostConnection(baseUrl: string, status: number | undefined, cause: unknown): string {
  const { host } = new URL(baseUrl);
  const reason = describeCause(cause);
  return `${status === undefined ? `no response from ${host}` : `the response of ${host} broke off`}${reason && ": "}${reason}`;
}

/** The innermost message: what `fetch` itself says is always the same. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : "";
  const { code }: { readonly code?: unknown } = Object(error);
  return describeCause(error.cause) || error.message || (typeof code === "string" ? code : "");
}
