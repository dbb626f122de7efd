import { isNectarError } from "../errors/nectar-error.ts";

/** Whether an error may pass by itself: a connection that broke, an answer that took too long, 408, 429 and 5xx. */
export function isTransient(error: unknown): boolean {
  if (!isNectarError(error)) return false;
  const status = "status" in error ? Number(error.status) : 0;
  if (error.kind === "api") return status === 408 || status === 429 || status >= 500;
  return error.kind === "connection" || error.kind === "timeout";
}
