import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** How a connection failed. */
export type ConnectionProblem = "unreachable" | "broken" | "redirect";

const PROBLEMS: Readonly<Record<ConnectionProblem, (host: string) => string>> = {
  unreachable: (host) => `no response from ${host}`,
  broken: (host) => `the response from ${host} broke off`,
  redirect: () => "redirect not followed, because it would carry the API key; check `baseUrl`",
};

/** The host was not reached, the connection broke, or the response was a redirect, which the client never follows. */
export class NectarConnectionError extends NectarError {
  override readonly kind = "connection";

  /** @param context its `cause` explains the problem in the message */
  constructor(problem: ConnectionProblem, url: string, context?: ErrorContext) {
    const reason = describeCause(context?.cause);
    super(`${PROBLEMS[problem](new URL(url).host)}${reason && ": "}${reason}`, context);
  }

  override get name(): string {
    return "NectarConnectionError";
  }
}

/** The innermost message: the message of `fetch` itself is always the same. */
function describeCause(error: unknown): string {
  const { message = error, cause, code }: { message?: unknown; cause?: unknown; code?: unknown } = Object(error);
  return (cause ? describeCause(cause) : "") || String(message || code || "");
}
