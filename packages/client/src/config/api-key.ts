import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { readEnvironment } from "./environment.ts";

/** The API key, or a function that returns it for each attempt. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Reads the key from `NECTAR_API_KEY`, for callers who pass none.
 *
 * @throws {NectarConfigError} when the variable is not set
 */
export function readDefaultApiKey(): string {
  const key = readEnvironment("NECTAR_API_KEY");
  if (key === undefined) throw new NectarConfigError("missing API key: pass `apiKey` or set NECTAR_API_KEY");
  return key;
}

/**
 * Returns the key if it can be sent.
 *
 * @throws {NectarConfigError} when it cannot; the message does not show the key
 */
export function checkApiKey(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
  throw new NectarConfigError(
    "the API key must be visible ASCII characters without spaces: check `apiKey` or NECTAR_API_KEY",
  );
}
