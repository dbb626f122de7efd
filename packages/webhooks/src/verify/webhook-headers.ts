import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** Headers of a delivery: `Headers`, those of `node:http`, or any record; upper and lower case are the same. */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** What the headers say, as text. */
export interface SignedHeaders {
  readonly id: string;
  readonly timestamp: string;
  /** `v1,<base64>`, perhaps several with blanks between them. */
  readonly signature: string;
}

/**
 * Reads the three headers: `svix-*`, or `webhook-*` as Svix sends them for customers who want that.
 *
 * @throws {WebhookVerificationError} `missing-header`, naming the first that is
 */
export function readHeaders(headers: WebhookHeaders): SignedHeaders {
  const entries = isIterable(headers) ? [...headers] : Object.entries(headers);
  const all = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  const family = all.has("webhook-id") ? "webhook" : "svix";
  const read = (part: string): string => {
    const name = `${family}-${part}`;
    // Some gateways give every header as a list.
    const text = String(all.get(name) ?? "");
    if (text !== "") return text;
    throw new WebhookVerificationError("missing-header", `no ${name}: not from Svix, or dropped on the way`);
  };
  return { id: read("id"), timestamp: read("timestamp"), signature: read("signature") };
}

function isIterable(headers: WebhookHeaders): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
