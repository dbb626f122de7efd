// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

/** Period that a charge belongs to. The server may return values that are not listed. */
export type BillingPeriod = "CURRENT" | (string & {});

/** Kind of a charge. The server may return values that are not listed. */
export type ChargeType = "TAX" | (string & {});

/** Currency of a bill. The server may return values that are not listed. */
export type ChargesUnits = "USD" | "EUR" | (string & {});

/** Company of a connection. */
export interface ConnectionCompany {
  /** Id of the company. Format: uuid. */
  id?: string;
  /** Name of the company. */
  name?: string;
  /** The caller's own id of the company. */
  externalId?: string | null;
}

/** The current connection. */
export interface ConnectionCreatedPayload {
  /** Accounts that the connection found. */
  accounts?: ConnectionPayloadAccount[];
  company?: ConnectionCompany;
  country?: Country;
  /** When it was created; a date and time without a zone. */
  created?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  datasource?: ConnectionDatasource;
  /** Name of the event; the value is undocumented. */
  eventType?: string;
  /** Id of the connection. Format: uuid. */
  id: string;
  /** Utility types given at creation. */
  initialDatasourceTypes?: string[];
  /** Ids of the sites given at creation. */
  initialSites?: string[];
  /** Usage is multiplied by the occupancy of its site. */
  multiplyByOccupancy?: boolean;
  /** State of the connection. */
  status?: string;
  /** When it last changed; a date and time without a zone. */
  updated?: string;
  /** Address of the utility provider. */
  url?: string;
  /** User name at the provider. */
  username?: string;
  /** Owner of the connection. Format: email. */
  workflowOwnerEmail?: string;
  [key: string]: unknown;
}

/** Utility provider of a connection. */
export interface ConnectionDatasource {
  /** Name of the provider. */
  name?: string;
  /** Address of the provider. */
  url?: string;
}

/** An account of the connection. */
export interface ConnectionPayloadAccount {
  /** Account number at the utility. */
  accountNumber?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  /** Utility types of its meters. */
  datasourceTypes?: string[];
  /** Id of the account. Format: uuid. */
  id?: string;
  /** Bills are collected. */
  isCollectingInvoiceData?: boolean;
  /** Smart meter data is collected. */
  isCollectingSmartMeterData?: boolean;
  /** Whether it is a duplicate; a boolean in older payloads. */
  isDuplicated?: string;
  /** Whether Nectar tracks it. */
  isTracked?: boolean;
  /** Day on which the utility closed it. Format: date. */
  lastServiceDate?: string;
  /** Ids of its meters. */
  meters?: string[];
}

/** The current connection and its changes. */
export interface ConnectionUpdatedPayload {
  /** Accounts that the connection found. */
  accounts?: ConnectionPayloadAccount[];
  company?: ConnectionCompany;
  country?: Country;
  /** When it was created; a date and time without a zone. */
  created?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  datasource?: ConnectionDatasource;
  /** Name of the event; the value is undocumented. */
  eventType?: string;
  /** Id of the connection. Format: uuid. */
  id: string;
  /** Utility types given at creation. */
  initialDatasourceTypes?: string[];
  /** Ids of the sites given at creation. */
  initialSites?: string[];
  /** Usage is multiplied by the occupancy of its site. */
  multiplyByOccupancy?: boolean;
  /** State of the connection. */
  status?: string;
  /** When it last changed; a date and time without a zone. */
  updated?: string;
  /** Address of the utility provider. */
  url?: string;
  /** User name at the provider. */
  username?: string;
  /** Owner of the connection. Format: email. */
  workflowOwnerEmail?: string;
  /** Names of the sensitive fields that changed. */
  protectedChanges?: string[];
  /** Values before the change. */
  old?: {
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** The current connection. */
export interface ConnectionValidatedPayload {
  /** Accounts that the connection found. */
  accounts?: ConnectionPayloadAccount[];
  company?: ConnectionCompany;
  country?: Country;
  /** When it was created; a date and time without a zone. */
  created?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  datasource?: ConnectionDatasource;
  /** Name of the event; the value is undocumented. */
  eventType?: string;
  /** Id of the connection. Format: uuid. */
  id: string;
  /** Utility types given at creation. */
  initialDatasourceTypes?: string[];
  /** Ids of the sites given at creation. */
  initialSites?: string[];
  /** Usage is multiplied by the occupancy of its site. */
  multiplyByOccupancy?: boolean;
  /** State of the connection. */
  status?: string;
  /** When it last changed; a date and time without a zone. */
  updated?: string;
  /** Address of the utility provider. */
  url?: string;
  /** User name at the provider. */
  username?: string;
  /** Owner of the connection. Format: email. */
  workflowOwnerEmail?: string;
  /** Names of the sensitive fields that changed. */
  protectedChanges?: string[];
  [key: string]: unknown;
}

/** Country as two letters. The server may return values that are not listed. */
export type Country = "AF" | "US" | (string & {});

/** The current document. Not confirmed by Nectar's reference, which shows the payload of document.updated.v2 only. */
export interface DocumentCreatedPayload {
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** Name of the file. */
  fileName?: string;
  /** Address that the document came from. Format: email. */
  email?: string;
  /** Job of the upload that brought it. */
  jobId?: string;
  /** Notes. */
  notes?: string;
  /** Due date of the payment. Format: date. */
  dueDate?: string;
  /** Total of the bill in `chargesUnits`, as a decimal string. Format: decimal. */
  totalCharges?: string;
  sourceType?: SourceType;
  /** Whether it is flagged for review. */
  isFlagged?: boolean;
  /** Number of the invoice. */
  invoiceId?: string;
  /** Balance at the end of the bill before, in `chargesUnits`. Format: decimal. */
  previousCloseBalance?: string;
  /** Payments since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousTotalPayment?: string;
  /** Charges since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCharges?: string;
  /** Credits since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCredits?: string;
  /** Balance before the charges of this bill, in `chargesUnits`. Format: decimal. */
  currentOpenBalance?: string;
  /** Charges of this bill, in `chargesUnits`. Format: decimal. */
  currentCharges?: string;
  /** Credits of this bill, in `chargesUnits`. Format: decimal. */
  credits?: string;
  /** Taxes of this bill, in `chargesUnits`. Format: decimal. */
  taxCharges?: string;
  /** Interest of this bill, in `chargesUnits`; the public name is cut after `interestCha`. Format: decimal. */
  interestCharges?: string;
  /** Id of the document. Format: uuid. */
  id?: string;
  /** Date of the bill. Format: date. */
  billDate?: string;
  chargesUnits?: ChargesUnits;
  /** Id of the company. Format: uuid. */
  company?: string;
  /** Usage that was read from it. */
  usageData?: DocumentPayloadUsageData[];
  /** Lines of the bill. */
  lineItems?: LineItem[];
  [key: string]: unknown;
}

/** The document at its deletion. */
export interface DocumentDeletedPayload {
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** Name of the file. */
  fileName?: string;
  /** Address that the document came from. Format: email. */
  email?: string;
  /** Job of the upload that brought it. */
  jobId?: string;
  /** Notes. */
  notes?: string;
  /** Due date of the payment. Format: date. */
  dueDate?: string;
  /** Total of the bill in `chargesUnits`, as a decimal string. Format: decimal. */
  totalCharges?: string;
  sourceType?: SourceType;
  /** Whether it is flagged for review. */
  isFlagged?: boolean;
  /** Number of the invoice. */
  invoiceId?: string;
  /** Balance at the end of the bill before, in `chargesUnits`. Format: decimal. */
  previousCloseBalance?: string;
  /** Payments since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousTotalPayment?: string;
  /** Charges since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCharges?: string;
  /** Credits since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCredits?: string;
  /** Balance before the charges of this bill, in `chargesUnits`. Format: decimal. */
  currentOpenBalance?: string;
  /** Charges of this bill, in `chargesUnits`. Format: decimal. */
  currentCharges?: string;
  /** Credits of this bill, in `chargesUnits`. Format: decimal. */
  credits?: string;
  /** Taxes of this bill, in `chargesUnits`. Format: decimal. */
  taxCharges?: string;
  /** Interest of this bill, in `chargesUnits`; the public name is cut after `interestCha`. Format: decimal. */
  interestCharges?: string;
  /** Id of the document. Format: uuid. */
  id?: string;
  /** Date of the bill. Format: date. */
  billDate?: string;
  chargesUnits?: ChargesUnits;
  /** Id of the company. Format: uuid. */
  company?: string;
  /** Usage that was read from it. */
  usageData?: DocumentPayloadUsageData[];
  /** Lines of the bill. */
  lineItems?: LineItem[];
  [key: string]: unknown;
}

/** Usage that was read from the document. */
export interface DocumentPayloadUsageData {
  /** First day of the period. Format: date. */
  startDate?: string;
  /** Last day of the period. Format: date. */
  endDate?: string;
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** Whether the utility estimated it. */
  isEstimated?: boolean;
  /** Whether it is implied from tenants' usage and raw usage. */
  isImplied?: boolean;
  /** Reading at the end. */
  currentReading?: string;
  /** Reading at the begin. */
  previousReading?: string;
  /** Factor of the meter. */
  multiplier?: string;
  /** Meaning of the factor. */
  multiplierDescription?: string;
  /** Second factor of the meter. */
  multiplier2?: string;
  /** Meaning of the second factor. */
  multiplier2Description?: string;
  /** Renewable share. */
  fractionRenewable?: string;
  /** Energy generated on site in kWh. Format: decimal. */
  netMeteringGeneratedKwh?: string;
  /** Energy taken from the grid in kWh. Format: decimal. */
  netMeteringGridImportKwh?: string;
  /** Energy given to the grid in kWh. Format: decimal. */
  netMeteringGridExportKwh?: string;
  /** Whether the usage is subtracted in totals. */
  exclusion?: boolean;
  /** Tariff code or text. */
  tariff?: string;
  /** Demand that was billed. */
  billedDemand?: string;
  /** Supplier. */
  supplierName?: string;
  /** Utility. */
  utilityName?: string;
  /** Country. */
  country?: string;
  [key: string]: unknown;
}

/** The current document and its changes. */
export interface DocumentUpdatedPayload {
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** Name of the file. */
  fileName?: string;
  /** Address that the document came from. Format: email. */
  email?: string;
  /** Job of the upload that brought it. */
  jobId?: string;
  /** Notes. */
  notes?: string;
  /** Due date of the payment. Format: date. */
  dueDate?: string;
  /** Total of the bill in `chargesUnits`, as a decimal string. Format: decimal. */
  totalCharges?: string;
  sourceType?: SourceType;
  /** Whether it is flagged for review. */
  isFlagged?: boolean;
  /** Number of the invoice. */
  invoiceId?: string;
  /** Balance at the end of the bill before, in `chargesUnits`. Format: decimal. */
  previousCloseBalance?: string;
  /** Payments since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousTotalPayment?: string;
  /** Charges since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCharges?: string;
  /** Credits since the bill before, in `chargesUnits`. Format: decimal. */
  afterPreviousCredits?: string;
  /** Balance before the charges of this bill, in `chargesUnits`. Format: decimal. */
  currentOpenBalance?: string;
  /** Charges of this bill, in `chargesUnits`. Format: decimal. */
  currentCharges?: string;
  /** Credits of this bill, in `chargesUnits`. Format: decimal. */
  credits?: string;
  /** Taxes of this bill, in `chargesUnits`. Format: decimal. */
  taxCharges?: string;
  /** Interest of this bill, in `chargesUnits`; the public name is cut after `interestCha`. Format: decimal. */
  interestCharges?: string;
  /** Id of the document. Format: uuid. */
  id?: string;
  /** Date of the bill. Format: date. */
  billDate?: string;
  chargesUnits?: ChargesUnits;
  /** Id of the company. Format: uuid. */
  company?: string;
  /** Usage that was read from it. */
  usageData?: DocumentPayloadUsageData[];
  /** Lines of the bill. */
  lineItems?: LineItem[];
  /** Values before the change. */
  old?: {
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** Part of the electricity price. The server may return values that are not listed. */
export type ElectricityChargeType = "SUPPLY" | (string & {});

/** Part of the gas price. The server may return values that are not listed. */
export type GasChargeType = "SUPPLY" | (string & {});

/** A line of a bill. */
export interface LineItem {
  /** Price of a unit, as a decimal string. */
  rate?: string;
  /** Charge of the line in the document's `chargesUnits`. Format: decimal. */
  totalCharge?: string;
  /** Text of the line. */
  description?: string;
  /** Quantity charged, as a decimal string. */
  quantity?: string;
  /** Unit of `quantity`. */
  quantityUnits?: string;
  /** Factors applied to the quantity. */
  multipliers?: string[];
  /** Accounts that the line belongs to. */
  accountIds?: string[];
  chargeType?: ChargeType;
  electricityChargeType?: ElectricityChargeType;
  /** Whether the line charges demand. */
  electricityIsDemand?: boolean;
  /** Time-of-use period that the line charges. */
  electricityTimeOfUse?: string;
  gasChargeType?: GasChargeType;
  billingPeriod?: BillingPeriod;
}

/** Kind of file that a document was read from. The server may return values that are not listed. */
export type SourceType = "INVOICE" | (string & {});

/** Payload of every webhook event. */
export interface WebhookEvents {
  /**
   * Webhook for utility account connection creation v2
   *
   * A connection was created through the API, a magic link or the platform. The payload is its full state.
   */
  readonly "connection.created.v2": ConnectionCreatedPayload;
  /**
   * Webhook for updates to an existing utility account connection v2
   *
   * Any field of a connection changed, but not its time stamps alone. One change can send this event and `connection.validated.v2`.
   */
  readonly "connection.updated.v2": ConnectionUpdatedPayload;
  /**
   * Webhook for connection status changes v2
   *
   * The status of a connection changed: validated for the first time, a credential error, an outage of the provider, recovery. One change can send this event and `connection.updated.v2`.
   */
  readonly "connection.validated.v2": ConnectionValidatedPayload;
  /**
   * Webhook for new document availability v2
   *
   * A bill, collected or uploaded, was processed. The payload is the document. Without the event's name it is identical to a `document.deleted.v2` payload.
   */
  readonly "document.created.v2": DocumentCreatedPayload;
  /**
   * Webhook for document deletion v2
   *
   * A document was deleted through the API or the platform. The payload is its full state at that time.
   */
  readonly "document.deleted.v2": DocumentDeletedPayload;
  /**
   * Webhook for document update v2
   *
   * A document was processed again or updated and its data changed: a corrected bill, another meter, other usage. Updates that change nothing are not sent.
   */
  readonly "document.updated.v2": DocumentUpdatedPayload;
}

/** The events that the documents describe. */
export const eventTypes: readonly string[] = [
  "connection.created.v2",
  "connection.updated.v2",
  "connection.validated.v2",
  "document.created.v2",
  "document.deleted.v2",
  "document.updated.v2",
] satisfies (keyof WebhookEvents)[];
