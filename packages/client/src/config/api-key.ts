import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { readEnvironment } from "./environment.ts";

/** The API key, or what gives it at each attempt. */
export type ApiKey = string | (() => string | Promise<string>);

/** The key to use where none is given: `NECTAR_API_KEY`, in runtimes that have an environment. */
export function defaultApiKey(): string {
  const key = readEnvironment("NECTAR_API_KEY");
  if (key === undefined) throw new NectarConfigError("there is no API key: pass `apiKey` or set NECTAR_API_KEY");
  return key;
}

/**
 * The key itself, if it can be sent.
 *
 * @throws {NectarConfigError} that does not show the key
 */
export function checkApiKey(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
  throw new NectarConfigError(
    "the API key must be text of visible ASCII characters without blanks: check `apiKey` or NECTAR_API_KEY",
  );
}
