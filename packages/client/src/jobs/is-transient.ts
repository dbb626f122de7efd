import { isNectarError } from "../errors/nectar-error.ts";

/** Tells whether an error may be temporary: a lost connection, a timeout, 408, 429 or 5xx. */
export function isTransient(error: unknown): boolean {
  if (!isNectarError(error)) return false;
  const status = "status" in error ? Number(error.status) : 0;
  if (error.kind === "api") return status === 408 || status === 429 || status >= 500;
  return error.kind === "connection" || error.kind === "timeout";
}
