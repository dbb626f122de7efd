import type { Limiter } from "../async/limiter.ts";
import type { ApiKey } from "../config/api-key.ts";
import type { CallHooks } from "../config/hooks.ts";
import type { Logger } from "../config/logger.ts";
import type { Fetch } from "../config/options.ts";
import type { ApiDefinition } from "../contract.ts";
import type { SentKeys } from "../response/sent-keys.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";
import type { Transport } from "../transport/transport.ts";

/** State and settings that all calls of a client share. */
export interface Engine {
  readonly api: ApiDefinition<unknown>;
  readonly apiKey: ApiKey;
  /** The keys that were sent last, to remove them from errors, hooks and logs. */
  readonly sent: { keys: SentKeys };
  readonly baseUrl: string;
  /** Origin of the base URL with a slash, with which every URL must begin. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly transport: Transport;
  readonly middleware: Middleware[];
  readonly headers: Readonly<Record<string, string | undefined>> | undefined;
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly limiter: Limiter;
  readonly logger: Logger | undefined;
  readonly hooks: CallHooks;
  /** Operations whose deprecation has been logged. */
  readonly deprecated: Set<string>;
}
