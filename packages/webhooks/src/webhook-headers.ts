import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** Headers of a delivery: those of a `Request`, of `node:http`, or any record; upper and lower case are the same. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** What the headers say, as text. */
export interface SignedHeaders {
  readonly messageId: string;
  readonly timestamp: string;
  /** `v1,<base64>`, perhaps several with blanks between them. */
  readonly signatures: string;
}

/** Svix sends the first family, and the second one where its customer wants that. */
const FAMILIES = ["svix", "webhook"] as const;
const PARTS = ["id", "timestamp", "signature"] as const;

/**
 * Reads the three headers of one family; a delivery may carry both.
 *
 * @throws {WebhookVerificationError} `missing-header`, naming those that are
 */
export function readHeaders(headers: WebhookHeaders): SignedHeaders {
  const read = readerOf(headers);
  const families = FAMILIES.map((family) =>
    PARTS.map((part) => ({ name: `${family}-${part}`, value: read(family, part) })),
  );
  const family = families.find((parts) => parts.every(({ value }) => value !== ""));
  if (family !== undefined) {
    const [messageId = "", timestamp = "", signatures = ""] = family.map(({ value }) => value);
    return { messageId, timestamp, signatures };
  }
  const begun = families.find((parts) => parts.some(({ value }) => value !== ""));
  const missing = begun?.filter(({ value }) => value === "").map(({ name }) => name);
  throw new WebhookVerificationError(
    "missing-header",
    missing === undefined
      ? "neither svix-id, svix-timestamp and svix-signature nor the same with webhook- are there: this is no delivery of Svix, or something on the way drops its headers"
      : `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing: something on the way drops headers`,
  );
}

function readerOf(headers: WebhookHeaders): (family: string, part: string) => string {
  if ("get" in headers && typeof headers.get === "function") {
    const { get } = headers;
    return (family, part) => get.call(headers, `${family}-${part}`) ?? "";
  }
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)]));
  return (family, part) => lower.get(`${family}-${part}`) ?? "";
}

function textOf(value: unknown): string {
  // Some gateways give every header as a list; fetch joins the values of one that was sent twice in the same way.
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : "";
}
