import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** Headers of a delivery: `Headers`, those of `node:http`, or any record, with names in any case. */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The three signature headers as text. */
export interface SignedHeaders {
  readonly id: string;
  readonly timestamp: string;
  /** `v1,<base64>`, possibly several separated by spaces. */
  readonly signature: string;
}

/**
 * Reads the three headers: `svix-*`, or `webhook-*`, which Svix sends to customers who choose them.
 *
 * @throws {WebhookVerificationError} `missing-header` with the name of the first missing one
 */
export function readHeaders(headers: WebhookHeaders): SignedHeaders {
  const entries = isIterable(headers) ? [...headers] : Object.entries(headers);
  const all = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  const family = all.has("webhook-id") ? "webhook" : "svix";
  const read = (part: string): string => {
    const name = `${family}-${part}`;
    // Some gateways pass every header as a list.
    const text = String(all.get(name) ?? "");
    if (text !== "") return text;
    throw new WebhookVerificationError(
      "missing-header",
      `missing header ${name}: not from Svix, or removed by a proxy`,
    );
  };
  return { id: read("id"), timestamp: read("timestamp"), signature: read("signature") };
}

function isIterable(headers: WebhookHeaders): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
