/**
 * The four events that predate v2. No OpenAPI document describes them. Their fields come from Nectar's public event catalogue at Svix
 * (https://www.svix.com/event-types/us/org_2lcadzZQYHMkBhdS4mabFA6pCwx, 2024-10 to 2025-05), which changed several times. So every field is
 * optional, and unknown fields are kept.
 */
export interface LegacyWebhookEvents {
  readonly "connection.created": LegacyConnectionPayload;
  readonly "connection.updated": LegacyConnectionPayload;
  readonly "connection.validated": LegacyConnectionPayload;
  readonly "document.created": LegacyDocumentPayload;
}

/** The connection in the payload of an event that predates v2. */
export interface LegacyConnectionPayload {
  /** Id of the connection. Format: uuid. */
  readonly id?: string;
  readonly eventType?: string;
  readonly company?: LegacyCompany;
  /** Provider. */
  readonly datasource?: { readonly name?: string };
  readonly country?: string;
  readonly url?: string;
  readonly status?: string;
  readonly emails?: readonly string[];
  readonly accounts?: readonly LegacyAccount[];
  /** Only until late 2024. */
  readonly sitesRelations?: readonly unknown[];
  /** Names of the fields that changed; absent in `connection.created`. */
  readonly protectedChanges?: readonly string[];
  readonly created?: string;
  readonly updated?: string;
  readonly [field: string]: unknown;
}

/** Company of a {@link LegacyConnectionPayload}. */
export interface LegacyCompany {
  readonly id?: string;
  readonly name?: string;
  readonly externalId?: string | null;
  /** Only until spring 2025. */
  readonly publicId?: string;
}

/** Account of a {@link LegacyConnectionPayload}. */
export interface LegacyAccount {
  readonly accountNumber?: string;
  readonly datasourceTypes?: readonly string[];
  /** Format: date. */
  readonly startDate?: string;
  /** Format: date. */
  readonly endDate?: string;
  readonly isTracked?: boolean;
}

/** The document in the payload of `document.created`. The catalogue shows its first three fields. */
export interface LegacyDocumentPayload {
  readonly eventType?: string;
  /** Format: decimal. */
  readonly afterPreviousCharges?: string;
  /** Format: decimal. */
  readonly afterPreviousCredits?: string;
  /** Format: decimal. */
  readonly afterPreviousTotalPayment?: string;
  readonly [field: string]: unknown;
}

/** The events that predate v2. */
export const legacyEventTypes: readonly string[] = [
  "connection.created",
  "connection.updated",
  "connection.validated",
  "document.created",
] satisfies (keyof LegacyWebhookEvents)[];
