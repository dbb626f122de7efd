// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { Wire } from "./contract.js";

/** An account at a utility provider, found through a connection. */
export interface Account {
  /** Id of the account. Format: uuid. */
  id: string;
  /** Ids of the account's meters. */
  meters: string[];
  /**
   * Older form of `trackingStatus`; UNSET counts as true.
   * @deprecated
   */
  isTracked: boolean;
  /** Whether the account is a duplicate. The reference declares a string; the API may send a boolean. */
  isDuplicated: string;
  /** Account number at the utility; empty if the account has none. Length: at most 200. */
  accountNumber?: string;
  trackingStatus?: TrackingStatus;
  /** First day to collect; comes before the dates of site, company and connection. Format: date. */
  dataCollectionStartDate?: string | null;
  /** Bills are collected, weekly at the finest. */
  isCollectingInvoiceData?: boolean;
  /** Smart meter data is collected, daily at the finest. */
  isCollectingSmartMeterData?: boolean;
  /** Utility types of the account's meters. */
  datasourceTypes?: string[];
  /** Day on which the utility closed the account. Format: date. */
  lastServiceDate?: string;
}

/** Change of a company's accounts. Further fields, such as a selection of accounts, pass through. Not confirmed by Nectar's reference. */
export interface AccountBulkUpdateRequest {
  /** Whether Nectar tracks the accounts. */
  isTracked?: boolean;
  /**
   * Carry the change over to the accounts' meters.
   * @default true
   */
  updateMeters?: boolean;
  [key: string]: unknown;
}

/** Change of one account; only tracking can be changed. */
export interface AccountUpdateRequest {
  /** Whether Nectar tracks the account. */
  isTracked?: boolean;
  /**
   * Carry the change over to the account's meters.
   * @default true
   */
  updateMeters?: boolean;
}

/** Unit of apparent energy. The server may return values that are not listed. */
export type ApparentEnergyUnits = "kVAh" | "MVAh" | "GVAh" | (string & {});

/** Period that a charge belongs to. The server may return values that are not listed. */
export type BillingPeriod = "CURRENT" | (string & {});

/** Kind of a charge. The server may return values that are not listed. */
export type ChargeType = "TAX" | (string & {});

/** Currency of a bill. The server may return values that are not listed. */
export type ChargesUnits = "USD" | "EUR" | (string & {});

/** A company with its sites and users. */
export interface Company {
  /** Id of the company. Format: uuid. */
  id: string;
  /** Name of the company. Length: at most 200. */
  name: string;
  /** Beta: demand is read from bills and demand meters are tracked. */
  isDemandEnabled: boolean;
  /** The company's sites. */
  sites: Site[];
  /** E-mail addresses of the company's users. */
  users: string[];
  /** The caller's own id of the company. */
  externalId?: string | null;
  /** First day to collect, unless a site or connection sets another. Default: 1 January of last year. Format: date. */
  dataCollectionStartDate?: string;
  /** Implied metering is on. */
  isImpliedMeteringEnabled?: boolean;
  /** Share of water use taken as sewer use where a sewer charge has no water use. Format: decimal. Pattern: `^-?\d{0,1}(?:\.\d{0,2})?$`. */
  impliedMeteringFraction?: string;
  /** Meter identifiers get a short list of types. */
  isBasicIdentifierMappingEnabled?: boolean;
  /** Bills are read faster, less exactly. */
  isLowAccuracyModeEnabled?: boolean;
}

/** A company to create. */
export interface CompanyCreateRequest {
  /** Name of the company. Length: 1 to 200. */
  name: string;
  /** The caller's own id of the company. */
  externalId?: string | null;
  /** First day to collect. Default: 1 January of last year. Format: date. */
  dataCollectionStartDate?: string;
  /**
   * Switch implied metering on.
   * @default false
   */
  isImpliedMeteringEnabled?: boolean;
  /**
   * Share of water use taken as sewer use where a sewer charge has no water use. Format: decimal. Pattern: `^-?\d{0,1}(?:\.\d{0,2})?$`.
   * @default 1.0
   */
  impliedMeteringFraction?: string;
  /** Beta: read demand from bills and track demand meters. */
  isDemandEnabled?: boolean;
  /**
   * Give meter identifiers a short list of types.
   * @default false
   */
  isBasicIdentifierMappingEnabled?: boolean;
  /**
   * Read bills faster, less exactly.
   * @default false
   */
  isLowAccuracyModeEnabled?: boolean;
  /** Further admins; each must already have a Nectar account. */
  users?: string[];
}

/** A hosted link for creating a connection. */
export interface CompanyMagicLink {
  /** Secret part of the link. */
  companyMagicLinkSecret?: string;
  /** Public id of the company; not the company id. */
  publicCompanyId: string;
  /** The link, https://dash.nectarclimate.com/p/connect/{publicCompanyId}/{companyMagicLinkSecret}. */
  magicLinkUrl?: string;
}

/** Fields to change; absent fields keep their values. */
export interface CompanyUpdateRequest {
  /** The caller's own id of the company. */
  externalId?: string | null;
  /** Name of the company. Length: 1 to 200. */
  name?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  /** Switch implied metering on or off. */
  isImpliedMeteringEnabled?: boolean;
  /** Share of water use taken as sewer use where a sewer charge has no water use. Format: decimal. Pattern: `^-?\d{0,1}(?:\.\d{0,2})?$`. */
  impliedMeteringFraction?: string;
  /** Beta: read demand from bills and track demand meters. */
  isDemandEnabled?: boolean;
  /** Give meter identifiers a short list of types. */
  isBasicIdentifierMappingEnabled?: boolean;
  /**
   * Read bills faster, less exactly.
   * @default false
   */
  isLowAccuracyModeEnabled?: boolean;
  /** The whole new list of users; absent, the list stays. */
  users?: string[];
}

/** A login to a utility provider with the accounts that it found. */
export interface Connection {
  /** Id of the connection. Format: uuid. */
  id: string;
  /** When it was created. Format: date-time. */
  created: string;
  /**
   * Public id of the company in magic links; not the company id.
   * @deprecated
   */
  publicCompanyId: string;
  /**
   * Secret of the connection's edit link, https://dash.nectarclimate.com/p/connect/{publicCompanyId}/workflow/{connectionMagicLinkSecret}.
   * @deprecated
   */
  connectionMagicLinkSecret?: string;
  /** When the current status was recorded. Format: date-time. */
  statusLastUpdateTime: string | null;
  /** When the current status was first set. Format: date-time. */
  statusFirstSeenTime: string | null;
  /** Detail of an error status. */
  statusErrorDetail?: string;
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** The caller's own id of the connection. */
  externalId?: string;
  datasource?: ConnectionDatasource;
  /** Accounts that the connection found. */
  accounts?: Account[];
  company?: ConnectionCompany;
  /** Address of the utility provider. */
  url?: string;
  status?: ConnectionStatus;
  country?: Country;
  /** Ids of the sites given at creation. */
  initialSites?: string[];
  /** Utility types given at creation. */
  initialDatasourceTypes?: UtilityType[];
  /** User name at the provider. */
  username?: string;
  /** Owner of the connection. Format: email. */
  workflowOwnerEmail?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  /** Usage is multiplied by the occupancy of its site. */
  multiplyByOccupancy?: boolean;
  /** Whether data is collected. */
  isActive?: boolean;
}

/** Company of a connection. */
export interface ConnectionCompany {
  /** Id of the company. Format: uuid. */
  id?: string;
  /** Name of the company. */
  name?: string;
  /** The caller's own id of the company. */
  externalId?: string | null;
}

/** Whether to confirm the connection. */
export interface ConnectionConfirmRequest {
  /**
   * False changes no status.
   * @default true
   */
  confirm?: boolean;
  [key: string]: unknown;
}

/** A connection to create. */
export interface ConnectionCreateRequest {
  /** Address of the utility provider. */
  url?: string;
  /** User name at the provider. */
  username?: string;
  /** Password at the provider. */
  password?: string;
  /** Ids of the sites that the connection belongs to. */
  sites: string[];
  country?: Country;
  /** The customer's replies to the provider's security questions. */
  securityQuestions?: SecurityQuestion[];
  [key: string]: unknown;
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

/** One page of connections. */
export interface ConnectionPage {
  /** Number of items on all pages, after the filters. */
  totalConnections: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  connections: Connection[];
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

/** State of a connection. Collection pauses in MFA_TOKEN_EXPIRED, PASSWORD_INCORRECT, NEW_PASSWORD_NEEDED and ADDITIONAL_CREDENTIALS_NEEDED until the customer acts. The server may return values that are not listed. */
export type ConnectionStatus =
  | "PENDING"
  | "UNDER_INVESTIGATION"
  | "CONNECTED"
  | "MFA_TOKEN_EXPIRED"
  | "PASSWORD_INCORRECT"
  | "NEW_PASSWORD_NEEDED"
  | "ADDITIONAL_CREDENTIALS_NEEDED"
  | "WEBSITE_DOWN"
  | "NO_ACCOUNTS_FOUND"
  | "OTHER_ERROR"
  | "COMPANY_INACTIVE"
  | "URL_INACCESSIBLE"
  | (string & {});

/** Fields to change. Not confirmed by Nectar's reference. */
export interface ConnectionUpdateRequest {
  [key: string]: unknown;
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

/** A utility provider. Invitations refer to one by `datasourceId`; connections contain `name` and `url`. Not confirmed by Nectar's reference. */
export interface Datasource {
  /** Id of the provider. */
  id?: string;
  /** Name of the provider. */
  name?: string;
  /** Address of the provider. */
  url?: string;
  [key: string]: unknown;
}

/** One page of datasources. */
export interface DatasourcePage {
  /** Number of items on all pages, after the filters. */
  totalDatasources: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  datasources: Datasource[];
}

/** Utility type of a meter. The server may return values that are not listed. */
export type DatasourceType =
  | "ELECTRICITY"
  | "GAS"
  | "WATER"
  | "DISTRICT"
  | "WASTE"
  | "FUEL"
  | "MISC"
  | "REFRIGERANT"
  | "SOLAR"
  | "TELECOM"
  | (string & {});

/** A demand figure read from the meter tables, descriptions or summary of a bill. Demand in charge lines alone is not read. */
export interface DemandMeter {
  /** First day. Format: date. */
  startDate?: string;
  /** Last day. Format: date. */
  endDate?: string;
  /** Whether the utility estimated it. */
  isEstimated?: boolean;
  /** Demand in `demandUsageUnits`, as a decimal string. Format: decimal. */
  demandUsage?: string;
  demandUsageUnits?: DemandUnits;
  /** Caption on the bill. */
  description?: string;
  demandType?: DemandType;
  /** Entries of `usageData` that the figure belongs to. */
  usageDataIds?: string[];
}

/** Category of a demand figure. The server may return values that are not listed. */
export type DemandType = "PEAK" | "UCAP" | "TRANSMISSION" | "CONTRACT" | (string & {});

/** Unit of a demand figure. The server may return values that are not listed. */
export type DemandUnits = "kW" | "MW" | "kVA" | "kVAR" | (string & {});

/** Medium of district energy. The server may return values that are not listed. */
export type DistrictMediumType = "HOT_WATER" | (string & {});

/** Purpose of district energy. The server may return values that are not listed. */
export type DistrictType = "HEATING" | (string & {});

/** A bill with its usage, charges and line items. */
export interface Document {
  /** Id of the document. Format: uuid. */
  id: string;
  /** When it was stored. Format: date-time. */
  created: string;
  /** Page that shows where the bill states each figure. */
  auditTrailUrl: string;
  /** Presigned URL of the file. */
  url: string;
  /** Date of the bill. Format: date. */
  billDate: string;
  chargesUnits: ChargesUnits;
  /** Utility company. */
  utilityCompany: string;
  /** State of the document; the values are undocumented. */
  status: string;
  /** State of its review; the values are undocumented. */
  flaggedStatus: string;
  /** Id of the document that replaces this one. */
  revisedDocumentId: string;
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
  /** Id of the company. Format: uuid. */
  company: string;
  /** Usage that was read from it. */
  usageData: DocumentUsageData[];
  /** Demand figures of the bill. */
  demandMeters?: DemandMeter[];
  /** Lines of the bill. */
  lineItems: LineItem[];
}

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

/** One page of documents. */
export interface DocumentPage {
  /** Number of items on all pages, after the filters. */
  totalDocuments: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  documents: Document[];
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

/** Fields to change. Not confirmed by Nectar's reference. */
export interface DocumentUpdateRequest {
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

/** Usage of a meter in a period, as a document carries it. */
export interface DocumentUsageData {
  /** Id of the entry. */
  id: string;
  /** When it was stored. Format: date-time. */
  created?: string;
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** First day of the period. Format: date. */
  startDate?: string;
  /** Last day of the period. Format: date. */
  endDate?: string;
  /** Whether the utility estimated it. */
  isEstimated?: boolean;
  /** Energy generated on site in kWh, as a decimal string. Format: decimal. */
  netMeteringGeneratedKwh?: string;
  /** Energy taken from the grid in kWh, as a decimal string. Format: decimal. */
  netMeteringGridImportKwh?: string;
  /** Whether the usage is subtracted in totals. */
  exclusion?: boolean;
  /** Usage in `usageUnits`, as a decimal string. Format: decimal. */
  usage?: string;
  usageUnits?: UsageUnits;
  /** Parts of the usage by time of use. */
  timeOfUseBreakdown?: TimeOfUseBreakdown[];
  /** Id of the meter. */
  meter?: string;
  /** Address of the meter. */
  meterAddress?: string;
  site?: Site;
  /** Identifiers of the meter. */
  identifiers?: MeterIdentifier[];
  datasourceType?: DatasourceType;
  electricityType?: ElectricityType | null;
  /** Apparent energy in `apparentEnergyUnits`, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  apparentEnergy?: string;
  apparentEnergyUnits?: ApparentEnergyUnits;
  /** Reactive energy in `reactiveEnergyUnits`, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  reactiveEnergy?: string;
  reactiveEnergyUnits?: ReactiveEnergyUnits;
  /** Power factor, 0.0 to 1.0, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  powerFactor?: string;
  netMeteringType?: NetMeteringType | null;
  waterType?: WaterType | null;
  meterHighLow?: MeterHighLow | null;
  gasType?: GasType | null;
  fuelType?: FuelType | null;
  districtType?: DistrictType | null;
  districtMediumType?: DistrictMediumType | null;
  /** Description of the waste. */
  wasteDescription?: string;
  /** Waste type. */
  wasteType?: string;
  /** Waste stream. */
  wasteStream?: string;
  refrigerantType?: RefrigerantType | null;
  /** Whether Nectar tracks the meter. */
  meterIsTracked?: boolean;
  /** Free-form. */
  additionalFields?: {
    [key: string]: unknown;
  };
}

/** Part of the electricity price. The server may return values that are not listed. */
export type ElectricityChargeType = "SUPPLY" | (string & {});

/** Kind of an electricity reading. The server may return values that are not listed. */
export type ElectricityType = "USAGE" | (string & {});

/** Reason why the API refused the request. Nectar documents only `detail`; a refused body may carry a list of messages for each field instead. */
export interface ErrorResponse {
  /** The reason. */
  detail?: string;
  [key: string]: unknown;
}

/** Kind of fuel. The server may return values that are not listed. */
export type FuelType = "ANTHRACITE_COAL" | (string & {});

/** Part of the gas price. The server may return values that are not listed. */
export type GasChargeType = "SUPPLY" | (string & {});

/** Kind of gas. The server may return values that are not listed. */
export type GasType = "NATURAL_GAS" | (string & {});

/** One smart meter reading. */
export interface Interval {
  /** Id of the interval. Format: uuid. */
  id: string;
  /** When the interval was stored. Format: date-time. */
  created?: string;
  /** Identifiers of the meter. */
  identifiers?: MeterIdentifier[];
  /** Id of the account. Format: uuid. */
  account?: string;
  /** Begin of the interval. Format: date-time. */
  start?: string;
  /** End of the interval. Format: date-time. */
  end?: string;
  /** Usage in `usageUnits`, as a decimal string. Format: decimal. */
  usage?: string;
  /** Unit of `usage`. */
  usageUnits?: string;
  /** Quality mark of the reading. */
  quality?: string;
  /** When the interval last changed. Format: date-time. */
  updated?: string;
}

/** One page of intervals. */
export interface IntervalPage {
  /** Number of items on all pages, after the filters. */
  totalIntervals: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  intervals: Interval[];
}

/** A hosted link for creating or repairing a connection. */
export interface Invitation {
  /** Id of the invitation. Format: uuid. */
  id: string;
  /** Opaque part of `invitationUrl`. */
  token?: string;
  invitationType?: InvitationType;
  status?: InvitationStatus;
  /** Link to hand to the recipient, https://dash.nectarclimate.com/p/i/{token}. */
  invitationUrl?: string;
  /** Id of the company. Format: uuid. */
  companyId?: string;
  /** Connection to repair; null for CREATE_CONNECTION. Format: uuid. */
  connectionId?: string | null;
  /** Who may use it once the address is verified; empty means anyone with the link. */
  allowedEmails?: string[];
  /** When it expires; null means never. Format: date-time. */
  expiresAt?: string | null;
  /** How many connections may be made; null means no limit. */
  maxUses?: number | null;
  /** How many were made. */
  useCount?: number;
  /** When it was created. Format: date-time. */
  createdAt?: string;
  prefill?: InvitationPrefill;
  /** Connections made with it; empty for EDIT_CONNECTION. */
  createdConnections?: InvitedConnection[];
}

/** A connection invitation to create. */
export interface InvitationCreateRequest {
  /** Who may use it once the address is verified; empty means anyone with the link. */
  allowedEmails?: string[];
  /** Seconds until it expires; absent means never. Value: at least 60. */
  expiresInSeconds?: number;
  /** How often it may be used; absent means no limit. Value: at least 1. */
  maxUses?: number;
  /**
   * Whether Nectar mails the link to each of `allowedEmails`.
   * @default false
   */
  sendEmail?: boolean;
  prefill?: InvitationPrefillRequest;
}

/** An invitation with its log. */
export interface InvitationDetail {
  /** Id of the invitation. Format: uuid. */
  id: string;
  /** Opaque part of `invitationUrl`. */
  token?: string;
  invitationType?: InvitationType;
  status?: InvitationStatus;
  /** Link to hand to the recipient, https://dash.nectarclimate.com/p/i/{token}. */
  invitationUrl?: string;
  /** Id of the company. Format: uuid. */
  companyId?: string;
  /** Connection to repair; null for CREATE_CONNECTION. Format: uuid. */
  connectionId?: string | null;
  /** Who may use it once the address is verified; empty means anyone with the link. */
  allowedEmails?: string[];
  /** When it expires; null means never. Format: date-time. */
  expiresAt?: string | null;
  /** How many connections may be made; null means no limit. */
  maxUses?: number | null;
  /** How many were made. */
  useCount?: number;
  /** When it was created. Format: date-time. */
  createdAt?: string;
  prefill?: InvitationPrefill;
  /** Connections made with it; empty for EDIT_CONNECTION. */
  createdConnections?: InvitedConnection[];
  /** Views, e-mail checks, uses and revocations in the order of time. */
  events?: InvitationEvent[];
}

/** An entry of an invitation's log. Not confirmed by Nectar's reference. */
export interface InvitationEvent {
  [key: string]: unknown;
}

/** One page of invitations. */
export interface InvitationPage {
  /** Number of items on all pages, after the filters. */
  totalInvitations: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  invitations: Invitation[];
}

/** Prefilled values for the recipient; empty for EDIT_CONNECTION. */
export interface InvitationPrefill {
  /** Address of the utility provider. */
  url?: string;
  /** Ids of the connection's sites. */
  initialSites?: string[];
  /** Utility types to collect. */
  utilityTypes?: UtilityType[];
  country?: Country;
  /** Owner of the connection. Format: email. */
  connectionOwnerEmail?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
}

/** Prefilled values for the recipient. Name the provider by `datasourceId` or `url`. */
export interface InvitationPrefillRequest {
  /** Address of the utility provider. */
  url?: string;
  /** Ids of the connection's sites. */
  initialSites?: string[];
  /** Utility types to collect. */
  utilityTypes?: UtilityType[];
  country?: Country;
  /** Owner of the connection. Format: email. */
  connectionOwnerEmail?: string;
  /** First day to collect. Format: date. */
  dataCollectionStartDate?: string;
  /** Id of the utility provider, from the search for providers. */
  datasourceId?: string;
}

/** State of an invitation. The server may return values that are not listed. */
export type InvitationStatus = "ACTIVE" | "EXPIRED" | "REVOKED" | "FULFILLED" | (string & {});

/** CREATE_CONNECTION asks for a new connection; EDIT_CONNECTION for new credentials of an existing one. The server may return values that are not listed. */
export type InvitationType = "CREATE_CONNECTION" | "EDIT_CONNECTION" | (string & {});

/** A connection made with an invitation. */
export interface InvitedConnection {
  /** Id of the connection. Format: uuid. */
  id?: string;
  /** Name of the utility provider. */
  datasourceName?: string;
  /** State of the connection. */
  status?: string;
  /** When it was made. Format: date-time. */
  created?: string;
}

/** State of an upload. The lists and the count come once it is completed. */
export interface Job {
  /** Id of the job. Length: at most 255. */
  id: string;
  status: JobStatus;
  /** Documents that were read. */
  parsedDocumentIds?: string[];
  /** Number of files that were duplicates. */
  duplicates?: number;
  /** Documents recognised as duplicates. */
  duplicateDocumentIds?: string[];
  /** Documents that are not utility bills. */
  nonUtilityDocumentIds?: string[];
  /** Why the job was terminated; only then. */
  terminationReason?: string;
}

/** Files to fetch and process. */
export interface JobBulkSubmitRequest {
  /** URLs of the files, beginning with `https://`; presigned where the storage is private. */
  documents: string[];
  /** Site of all the documents. Format: uuid. */
  siteId?: string | null;
}

/** State of a job. PENDING is queued or running. The reference's list has three values, its prose a fourth, TERMINATED; so the list is open. The server may return values that are not listed. */
export type JobStatus = "PENDING" | "COMPLETED" | "FAILED" | "TERMINATED" | (string & {});

/** One file to process. */
export interface JobSubmitRequest {
  /** The bill: .pdf, .png, .jpg or .jpeg, at most 25 MB. Format: binary. */
  document: Blob;
  /** Site of the document. Format: uuid. */
  siteId?: string | null;
}

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

/** Prefilled values for the recipient. Further fields pass through. Not confirmed by Nectar's reference. */
export interface MagicLinkPrefillRequest {
  /** Ids of the connection's sites. */
  sites?: string[];
  [key: string]: unknown;
}

/** A metering point of one utility type. */
export interface Meter {
  /** Id of the meter. Format: uuid. */
  id: string;
  /** Id of its site. Format: uuid. */
  site: string;
  /** Its identifiers. */
  identifiers: MeterIdentifier[];
  datasourceType: DatasourceType;
  /** Id of its account. Format: uuid. */
  account?: string | null;
  /** Address of the meter. */
  address?: string | null;
  timeOfUse?: TimeOfUse | null;
  netMeteringType?: NetMeteringType | null;
  waterType?: WaterType | null;
  meterHighLow?: MeterHighLow | null;
  gasType?: GasType | null;
  fuelType?: FuelType | null;
  districtType?: DistrictType | null;
  districtMediumType?: DistrictMediumType | null;
  /** Description of the waste. */
  wasteDescription?: string;
  /** Id of the waste type. Format: uuid. */
  wasteType?: string;
  /** Id of the waste stream. Format: uuid. */
  wasteStream?: string;
  refrigerantType?: RefrigerantType | null;
  /** Whether Nectar tracks the meter. */
  isTracked?: boolean;
}

/** High or low register of a compound meter. The server may return values that are not listed. */
export type MeterHighLow = "HIGH" | (string & {});

/** An identifier of a meter as printed on bills. */
export interface MeterIdentifier {
  /** Name as printed. */
  rawName?: string;
  /** The identifier. */
  value?: string;
  name?: MeterIdentifierType;
}

/** Kind of a meter identifier: METER is the serial number, POD the point of delivery (EU, UK), NMI and MIRN Australia, ESI Texas, MPR gas in the UK, ICP New Zealand. The server may return values that are not listed. */
export type MeterIdentifierType =
  | "METER"
  | "ACCOUNT"
  | "POD"
  | "NMI"
  | "ESI"
  | "ELECTRIC_CHOICE"
  | "PREMISE"
  | "MPR"
  | "ICP"
  | "MIRN"
  | "SUBMETER"
  | "CHOICE_ID"
  | "SUB_ACCOUNT"
  | "SUMMARY_ACCOUNT"
  | (string & {});

/** One page of meters. */
export interface MeterPage {
  /** Number of items on all pages, after the filters. */
  totalMeters: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  meters: Meter[];
}

/** Change of a meter. Of its fields only `identifiers` is public; further fields pass through. */
export interface MeterUpdateRequest {
  /** The whole new list; all existing identifiers are deleted. Absent, the list stays. */
  identifiers?: MeterIdentifier[];
  [key: string]: unknown;
}

/** Direction of a net-metered reading. IMPORT is inferred: its page is cut after `IMPOR`. The server may return values that are not listed. */
export type NetMeteringType = "EXPORT" | "IMPORT" | (string & {});

/** Message for a valid key. Not confirmed by Nectar's reference. */
export interface PingResponse {
  /** `pong` and the API version, such as `pong v2.2`. */
  message?: string;
  [key: string]: unknown;
}

/** Unit of reactive energy. The server may return values that are not listed. */
export type ReactiveEnergyUnits = "kVArh" | "MVArh" | "GVArh" | (string & {});

/** A reconnect invitation to create. */
export interface ReconnectInvitationCreateRequest {
  /** Who may use it once the address is verified; empty means anyone with the link. */
  allowedEmails?: string[];
  /** Seconds until it expires; absent means never. Value: at least 60. */
  expiresInSeconds?: number;
  /** How often it may be used; absent means no limit. Value: at least 1. */
  maxUses?: number;
  /**
   * Whether Nectar mails the link to each of `allowedEmails`.
   * @default false
   */
  sendEmail?: boolean;
}

/** Refrigerant. The server may return values that are not listed. */
export type RefrigerantType = "R11" | (string & {});

/** A security question and the customer's reply. */
export interface SecurityQuestion {
  /** The question. */
  key?: string;
  /** The reply. */
  value?: string;
}

/** A building or other place of a company. */
export interface Site {
  /** Id of the site. Format: uuid. */
  id: string;
  /** Name of the site. Length: at most 255. */
  name: string;
  /** Day on which collection stopped; a value means that the site is archived. Format: date. */
  dataCollectionStopDate: string | null;
  /** The caller's own id of the site, used in exports. */
  externalId?: string | null;
  /** Address of the site. Length: at most 255. */
  address?: string;
  /** Place tags from general to special (country, state, …). Number of items: at most 10. */
  path?: string[];
  /** 0 to 100, as a decimal string; usage of chosen connections is multiplied by it. Format: decimal. Pattern: `^-?\d{0,3}(?:\.\d{0,4})?$`. */
  occupancyPercent?: string | null;
}

/** A site to create. */
export interface SiteCreateRequest {
  /** Name of the site. Length: 1 to 255. */
  name: string;
  /** The caller's own id of the site, used in exports. */
  externalId?: string | null;
  /** Address of the site. Length: at most 255. */
  address?: string;
  /** Place tags from general to special (country, state, …). Number of items: at most 10. */
  path?: string[];
  /** 0 to 100, as a decimal string. Format: decimal. Pattern: `^-?\d{0,3}(?:\.\d{0,4})?$`. */
  occupancyPercent?: string | null;
}

/** Fields to change; absent fields keep their values. */
export interface SiteUpdateRequest {
  /** Name of the site. Length: 1 to 255. */
  name?: string;
  /** The caller's own id of the site, used in exports. */
  externalId?: string | null;
  /** Address of the site. Length: at most 255. */
  address?: string;
  /** Place tags from general to special (country, state, …). Number of items: at most 10. */
  path?: string[];
  /** 0 to 100, as a decimal string. Format: decimal. Pattern: `^-?\d{0,3}(?:\.\d{0,4})?$`. */
  occupancyPercent?: string | null;
}

/** Kind of file that a document was read from. The server may return values that are not listed. */
export type SourceType = "INVOICE" | (string & {});

/** The caller's team and billing profile. */
export interface Team {
  /** Id of the billing profile. Format: uuid. */
  id: string;
  /** Name of the billing profile. Length: at most 200. */
  name: string;
  /** Billing address, that of the Stripe customer. Format: email. Length: at most 254. */
  email: string;
  /** E-mail addresses of the members. */
  users: string[];
  /** Billing summaries of Stripe (meter events, payment methods) and a signed link to its customer portal; no property is documented. */
  billing: {
    [key: string]: unknown;
  };
}

/** Change of the team. */
export interface TeamUpdateRequest {
  /** The whole new list of members. */
  users?: string[];
}

/** Time-of-use period of electricity. The server may return values that are not listed. */
export type TimeOfUse = "PEAK" | "OFF_PEAK" | (string & {});

/** A part of the usage of an entry by time of use. */
export interface TimeOfUseBreakdown {
  timeOfUse?: TimeOfUse;
  /** Usage in `usageUnits`, as a decimal string. Format: decimal. */
  usage?: string;
  usageUnits?: TimeOfUseUnits;
  /** Caption on the bill. */
  description?: string;
  /** First day of the part. Format: date. */
  startDate?: string | null;
  /** Last day of the part. Format: date. */
  endDate?: string | null;
}

/** Unit of a part of the time-of-use breakdown. The server may return values that are not listed. */
export type TimeOfUseUnits = "Wh" | "kWh" | (string & {});

/** The caller's wish: ENABLED collects, DISABLED stops, UNSET is undecided and counts as tracked. The server may return values that are not listed. */
export type TrackingStatus = "ENABLED" | "DISABLED" | "UNSET" | (string & {});

/** Usage of a meter in a period. */
export interface UsageData {
  /** Id of the entry. */
  id: string;
  /** When it was stored. Format: date-time. */
  created?: string;
  /** When it last changed. Format: date-time. */
  updated?: string;
  /** First day of the period. Format: date. */
  startDate?: string;
  /** Last day of the period. Format: date. */
  endDate?: string;
  /** Whether the utility estimated it. */
  isEstimated?: boolean;
  /** Energy generated on site in kWh, as a decimal string. Format: decimal. */
  netMeteringGeneratedKwh?: string;
  /** Energy taken from the grid in kWh, as a decimal string. Format: decimal. */
  netMeteringGridImportKwh?: string;
  /** Whether the usage is subtracted in totals. */
  exclusion?: boolean;
  /** Usage in `usageUnits`, as a decimal string. Format: decimal. */
  usage?: string;
  usageUnits?: UsageUnits;
  /** Parts of the usage by time of use. */
  timeOfUseBreakdown?: TimeOfUseBreakdown[];
  /** Id of the meter. */
  meter?: string;
  /** Address of the meter. */
  meterAddress?: string;
  site?: Site;
  /** Identifiers of the meter. */
  identifiers?: MeterIdentifier[];
  datasourceType?: DatasourceType;
  electricityType?: ElectricityType | null;
  /** Apparent energy in `apparentEnergyUnits`, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  apparentEnergy?: string;
  apparentEnergyUnits?: ApparentEnergyUnits;
  /** Reactive energy in `reactiveEnergyUnits`, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  reactiveEnergy?: string;
  reactiveEnergyUnits?: ReactiveEnergyUnits;
  /** Power factor, 0.0 to 1.0, for electricity meters of type USAGE. The changelog names the quantity, not the field. Format: decimal. */
  powerFactor?: string;
  netMeteringType?: NetMeteringType | null;
  waterType?: WaterType | null;
  meterHighLow?: MeterHighLow | null;
  gasType?: GasType | null;
  fuelType?: FuelType | null;
  districtType?: DistrictType | null;
  districtMediumType?: DistrictMediumType | null;
  /** Description of the waste. */
  wasteDescription?: string;
  /** Waste type. */
  wasteType?: string;
  /** Waste stream. */
  wasteStream?: string;
  refrigerantType?: RefrigerantType | null;
  /** Whether Nectar tracks the meter. */
  meterIsTracked?: boolean;
  /** Free-form. */
  additionalFields?: {
    [key: string]: unknown;
  };
  document?: UsageDocument;
}

/** One page of usage data. The list contains demand readings and consumption. */
export interface UsageDataPage {
  /** Number of items on all pages, after the filters. */
  totalUsageData: number;
  /** Items on a full page. */
  perPage: number;
  /** Number of pages. */
  totalPages: number;
  /** This page, counted from 1. A request past the end returns the number of the last page. */
  currentPage: number;
  /** Whether a page follows. */
  hasNext: boolean;
  /** Whether a page comes before. */
  hasPrevious: boolean;
  /** Items of this page. */
  usageData: UsageData[];
}

/** Fields to change; absent fields keep their values. */
export interface UsageDataUpdateRequest {
  /** First day of the period. Format: date. */
  startDate?: string;
  /** Last day of the period; the first day if the period has no end. Format: date. */
  endDate?: string;
  usageUnits?: UsageUnits;
  /** Whether the utility estimated it. */
  isEstimated?: boolean;
  /** Whether it is implied from tenants' usage and raw usage. */
  isImplied?: boolean;
  /** Tariff code or text, for electricity, gas, water and district energy. */
  tariff?: string;
  [key: string]: unknown;
}

/** The document that a usage entry was read from. */
export interface UsageDocument {
  /** Id of the document. Format: uuid. */
  id: string;
  /** When it was stored. Format: date-time. */
  created: string;
  /** Page that shows where the bill states each figure. */
  auditTrailUrl: string;
  /** Presigned URL of the file. */
  url: string;
  /** Date of the bill. Format: date. */
  billDate: string;
  chargesUnits: ChargesUnits;
  /** Utility company. */
  utilityCompany: string;
  /** State of the document; the values are undocumented. */
  status: string;
  /** State of its review; the values are undocumented. */
  flaggedStatus: string;
  /** Id of the document that replaces this one. */
  revisedDocumentId: string;
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
}

/** Unit of a usage figure, spelled as on the wire (`KW` is kilowatt, `thm (US)` is the US therm). The server may return values that are not listed. */
export type UsageUnits =
  | "J"
  | "Btu"
  | "MMBtu"
  | "kJ"
  | "MJ"
  | "GJ"
  | "TJ"
  | "thm (EC)"
  | "thm (US)"
  | "thm (UK)"
  | "Dth (EC)"
  | "Dth (US)"
  | "Dth (UK)"
  | "Cal"
  | "kCal"
  | "MCal"
  | "erg"
  | "kVA"
  | "Wh"
  | "kWh"
  | "MWh"
  | "GWh"
  | "ton hours"
  | "W"
  | "KW"
  | "MW"
  | "GW"
  | "L"
  | "kL"
  | "ML"
  | "cubic ft"
  | "cubic yd"
  | "cubic m"
  | "MMCF"
  | "MCF"
  | "HCF"
  | "CF"
  | "CCF"
  | "gal (UK)"
  | "gal (US)"
  | "100 gal (US)"
  | "100 gal (UK)"
  | "kgal (US)"
  | "kgal (UK)"
  | "Mgal (US)"
  | "Mgal (UK)"
  | "teu"
  | "bbl"
  | "mbbl"
  | "kg"
  | "oz t"
  | "g"
  | "lb"
  | "mlb"
  | "tons (US)"
  | "sh ton"
  | "metric ton"
  | "tonne"
  | "long tn"
  | "km"
  | "mi"
  | "m"
  | "cm"
  | "mm"
  | "nm"
  | "yd"
  | "ft"
  | "in"
  | (string & {});

/** Utility type as connections and invitations name it. The filtering guide has values that the meters' list has not; both are listed. The server may return values that are not listed. */
export type UtilityType =
  | "ELECTRICITY"
  | "GAS"
  | "WATER"
  | "DISTRICT"
  | "WASTE"
  | "FUEL"
  | "MISC"
  | "REFRIGERANT"
  | "SOLAR"
  | "TELECOM"
  | "SEWER"
  | "STEAM"
  | "CHILLED_WATER"
  | "HOT_WATER"
  | (string & {});

/** Kind of water. The server may return values that are not listed. */
export type WaterType = "POTABLE_WATER" | (string & {});

/** Link to the webhook portal. Not confirmed by Nectar's reference. */
export interface WebhookPortal {
  /** URL of the portal, valid for 7 days. */
  url?: string;
  [key: string]: unknown;
}

export interface AccountsBulkUpdatePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type AccountsBulkUpdateBody = AccountBulkUpdateRequest;

export type AccountsBulkUpdateResponse = Account[];

export interface AccountsBulkUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface AccountsUpdatePath {
  /** Account to change. */
  account_id: string;
}

export type AccountsUpdateBody = AccountUpdateRequest;

export type AccountsUpdateResponse = Account;

export interface AccountsUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type CompaniesListResponse = Company[];

export interface CompaniesListErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type CompaniesCreateBody = CompanyCreateRequest;

export type CompaniesCreateResponse = Company;

export interface CompaniesCreateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface CompaniesRetrievePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type CompaniesRetrieveResponse = Company;

export interface CompaniesRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface CompaniesDeletePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type CompaniesDeleteResponse = void;

export interface CompaniesDeleteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface CompaniesUpdatePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type CompaniesUpdateBody = CompanyUpdateRequest;

export type CompaniesUpdateResponse = Company;

export interface CompaniesUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export interface ConnectionsListByCompanyQuery {
  /** Keeps connections of exactly this owner. Format: email. Length: at least 1. */
  connectionOwnerEmail?: string | undefined;
  /**
   * Items on a page. Value: 1 to 500.
   * @default 100
   */
  limit?: number | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** Keeps connections linked to any of these sites; the key is repeated (`?sites=a&sites=b`). */
  sites?: string[] | undefined;
  /** Keeps connections in this state. Length: at least 1. */
  status?: ConnectionStatus | undefined;
}

export type ConnectionsListByCompanyResponse = ConnectionPage;

export interface ConnectionsListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsCreatePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type ConnectionsCreateBody = ConnectionCreateRequest;

export type ConnectionsCreateResponse = Connection;

export interface ConnectionsCreateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsCreateMagicLinkPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type ConnectionsCreateMagicLinkResponse = CompanyMagicLink;

export interface ConnectionsCreateMagicLinkErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsCreatePrefilledMagicLinkPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type ConnectionsCreatePrefilledMagicLinkBody = MagicLinkPrefillRequest;

export type ConnectionsCreatePrefilledMagicLinkResponse = CompanyMagicLink;

export interface ConnectionsCreatePrefilledMagicLinkErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsCreateEditMagicLinkPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export type ConnectionsCreateEditMagicLinkResponse = Connection;

export interface ConnectionsCreateEditMagicLinkErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsUpdatePath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export type ConnectionsUpdateBody = ConnectionUpdateRequest;

export type ConnectionsUpdateResponse = Connection;

export interface ConnectionsUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsConfirmPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export type ConnectionsConfirmBody = ConnectionConfirmRequest;

export type ConnectionsConfirmResponse = Connection;

export interface ConnectionsConfirmErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface ConnectionsRetrievePath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export type ConnectionsRetrieveResponse = Connection;

export interface ConnectionsRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DatasourcesSearchQuery {
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** Keeps providers whose name or URL contains this text; upper and lower case are the same. All providers when absent. */
  search?: string | undefined;
}

export type DatasourcesSearchResponse = DatasourcePage;

export interface DatasourcesSearchErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DocumentsListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export interface DocumentsListByCompanyQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Whether to include soft-deleted documents.
   * @default false
   */
  isDeleted?: boolean | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type DocumentsListByCompanyResponse = DocumentPage;

export interface DocumentsListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DocumentsListByConnectionPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export interface DocumentsListByConnectionQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Whether to include soft-deleted documents.
   * @default false
   */
  isDeleted?: boolean | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type DocumentsListByConnectionResponse = DocumentPage;

export interface DocumentsListByConnectionErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DocumentsListBySitePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export interface DocumentsListBySiteQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Whether to include soft-deleted documents.
   * @default false
   */
  isDeleted?: boolean | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type DocumentsListBySiteResponse = DocumentPage;

export interface DocumentsListBySiteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DocumentsRetrievePath {
  /** Document (bill). Format: uuid. */
  document_id: string;
}

export type DocumentsRetrieveResponse = Document;

export interface DocumentsRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface DocumentsUpdatePath {
  /** Document (bill). Format: uuid. */
  document_id: string;
}

export type DocumentsUpdateBody = DocumentUpdateRequest;

export type DocumentsUpdateResponse = Document;

export interface DocumentsUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface IntervalsListByConnectionPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export interface IntervalsListByConnectionQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /** Keeps intervals that end at or before this moment (ISO 8601). Format: date-time. */
  endDate?: string | undefined;
  /** Keeps intervals of meters with this identifier, of any kind. Never send it empty: the empty default that upstream declares is shorter than the minimum it declares. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** Keeps intervals that begin at or after this moment (ISO 8601). Format: date-time. */
  startDate?: string | undefined;
}

export type IntervalsListByConnectionResponse = IntervalPage;

export interface IntervalsListByConnectionErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface InvitationsListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export interface InvitationsListByCompanyQuery {
  /** Keeps invitations of this type. */
  invitationType?: InvitationType | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** Keeps invitations in this state. */
  status?: InvitationStatus | undefined;
}

export type InvitationsListByCompanyResponse = InvitationPage;

export interface InvitationsListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface InvitationsCreatePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type InvitationsCreateBody = InvitationCreateRequest;

export type InvitationsCreateResponse = Invitation;

export interface InvitationsCreateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface InvitationsCreateReconnectPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export type InvitationsCreateReconnectBody = ReconnectInvitationCreateRequest;

export type InvitationsCreateReconnectResponse = Invitation;

export interface InvitationsCreateReconnectErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface InvitationsRetrievePath {
  /** Invitation. Format: uuid. */
  invitation_id: string;
}

export type InvitationsRetrieveResponse = InvitationDetail;

export interface InvitationsRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface InvitationsRevokePath {
  /** Invitation. Format: uuid. */
  invitation_id: string;
}

export type InvitationsRevokeResponse = Invitation;

export interface InvitationsRevokeErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface JobsSubmitPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type JobsSubmitBody = JobSubmitRequest;

export type JobsSubmitResponse = Job;

export interface JobsSubmitErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface JobsSubmitBulkPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type JobsSubmitBulkBody = JobBulkSubmitRequest;

export type JobsSubmitBulkResponse = Job;

export interface JobsSubmitBulkErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface JobsRetrievePath {
  /** Upload job. */
  job_id: string;
}

export type JobsRetrieveResponse = Job;

export interface JobsRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export interface MetersListByCompanyQuery {
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
}

export type MetersListByCompanyResponse = MeterPage;

export interface MetersListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersListByConnectionPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export interface MetersListByConnectionQuery {
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
}

export type MetersListByConnectionResponse = MeterPage;

export interface MetersListByConnectionErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersListByDocumentPath {
  /** Document (bill). Format: uuid. */
  document_id: string;
}

export interface MetersListByDocumentQuery {
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
}

export type MetersListByDocumentResponse = MeterPage;

export interface MetersListByDocumentErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersListBySitePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export interface MetersListBySiteQuery {
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
}

export type MetersListBySiteResponse = MeterPage;

export interface MetersListBySiteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersRetrievePath {
  /** Meter. Format: uuid. */
  meter_id: string;
}

export type MetersRetrieveResponse = Meter;

export interface MetersRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface MetersUpdatePath {
  /** Meter. Format: uuid. */
  meter_id: string;
}

export type MetersUpdateBody = MeterUpdateRequest;

export type MetersUpdateResponse = Meter;

export interface MetersUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type PingRetrieveResponse = PingResponse;

export interface PingRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface SitesListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type SitesListByCompanyResponse = Site[];

export interface SitesListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface SitesCreatePath {
  /** Company. Format: uuid. */
  company_id: string;
}

export type SitesCreateBody = SiteCreateRequest;

export type SitesCreateResponse = Site;

export interface SitesCreateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface SitesRetrievePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export type SitesRetrieveResponse = Site;

export interface SitesRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface SitesDeletePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export type SitesDeleteResponse = void;

export interface SitesDeleteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface SitesUpdatePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export type SitesUpdateBody = SiteUpdateRequest;

export type SitesUpdateResponse = Site;

export interface SitesUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type TeamRetrieveResponse = Team;

export interface TeamRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type TeamUpdateBody = TeamUpdateRequest;

export type TeamUpdateResponse = Team;

export interface TeamUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataListByCompanyPath {
  /** Company. Format: uuid. */
  company_id: string;
}

export interface UsageDataListByCompanyQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type UsageDataListByCompanyResponse = UsageDataPage;

export interface UsageDataListByCompanyErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataListByConnectionPath {
  /** Utility connection. Format: uuid. */
  connection_id: string;
}

export interface UsageDataListByConnectionQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type UsageDataListByConnectionResponse = UsageDataPage;

export interface UsageDataListByConnectionErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataListByDocumentPath {
  /** Document (bill). Format: uuid. */
  document_id: string;
}

export interface UsageDataListByDocumentQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with; by default the usage period. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default USAGE_PERIOD
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type UsageDataListByDocumentResponse = UsageDataPage;

export interface UsageDataListByDocumentErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataListByMeterPath {
  /** Meter. Format: uuid. */
  meter_id: string;
}

export interface UsageDataListByMeterQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type UsageDataListByMeterResponse = UsageDataPage;

export interface UsageDataListByMeterErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataListBySitePath {
  /** Site. Format: uuid. */
  site_id: string;
}

export interface UsageDataListBySiteQuery {
  /** Keeps only these utility types; repeat the key for several. All types by default. */
  datasourceType?: DatasourceType[] | undefined;
  /**
   * The date that `startDate` and `endDate` are compared with. For CREATED_DATE and UPDATED_DATE the comparison is in UTC with the start of the given day. Length: at least 1.
   * @default BILL_DATE
   */
  dateType?: "USAGE_PERIOD" | "BILL_DATE" | "CREATED_DATE" | "UPDATED_DATE" | undefined;
  /** Last day, inclusive (YYYY-MM-DD). Works without `startDate`. Records that only overlap the period are kept. Format: date. */
  endDate?: string | undefined;
  /** Keeps what belongs to a meter with this identifier, of any kind. Dashes, spaces, underscores, commas, slashes, leading zeros and case do not matter. Never send it empty. Length: at least 1. */
  identifier?: string | undefined;
  /**
   * Page number, counted from 1. A page past the end returns the last page again.
   * @default 1
   */
  page?: number | undefined;
  /** First day, inclusive (YYYY-MM-DD). Works without `endDate`. Records that only overlap the period are kept. Format: date. */
  startDate?: string | undefined;
}

export type UsageDataListBySiteResponse = UsageDataPage;

export interface UsageDataListBySiteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataRetrievePath {
  /** Usage data entry. */
  usage_data_id: string;
}

export type UsageDataRetrieveResponse = UsageData;

export interface UsageDataRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataDeletePath {
  /** Usage data entry. */
  usage_data_id: string;
}

export type UsageDataDeleteResponse = void;

export interface UsageDataDeleteErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface UsageDataUpdatePath {
  /** Usage data entry. */
  usage_data_id: string;
}

export type UsageDataUpdateBody = UsageDataUpdateRequest;

export type UsageDataUpdateResponse = UsageData;

export interface UsageDataUpdateErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export type WebhookPortalRetrieveResponse = WebhookPortal;

export interface WebhookPortalRetrieveErrors {
  400: ErrorResponse;
  401: ErrorResponse;
  403: ErrorResponse;
  404: ErrorResponse;
  429: ErrorResponse;
}

export interface webhooks {
  "connection.created.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for utility account connection creation v2
     *
     * A connection was created through the API, a magic link or the platform. The payload is its full state.
     */
    post: operations["webhook_connection_created_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "connection.updated.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for updates to an existing utility account connection v2
     *
     * Any field of a connection changed, but not its time stamps alone. One change can send this event and `connection.validated.v2`.
     */
    post: operations["webhook_connection_updated_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "connection.validated.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for connection status changes v2
     *
     * The status of a connection changed: validated for the first time, a credential error, an outage of the provider, recovery. One change can send this event and `connection.updated.v2`.
     */
    post: operations["webhook_connection_validated_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "document.created.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for new document availability v2
     *
     * A bill, collected or uploaded, was processed. The payload is the document. Without the event's name it is identical to a `document.deleted.v2` payload.
     */
    post: operations["webhook_document_created_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "document.deleted.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for document deletion v2
     *
     * A document was deleted through the API or the platform. The payload is its full state at that time.
     */
    post: operations["webhook_document_deleted_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "document.updated.v2": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Webhook for document update v2
     *
     * A document was processed again or updated and its data changed: a corrected bill, another meter, other usage. Updates that change nothing are not sent.
     */
    post: operations["webhook_document_updated_v2"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface paths {
  "/account/company/{company_id}": {
    patch: operations["account_company_partial_update"];
  };
  "/account/{account_id}": {
    patch: operations["account_partial_update"];
  };
  "/company": {
    get: operations["company_list"];
    post: operations["company_create"];
  };
  "/company/{company_id}": {
    get: operations["company_retrieve"];
    delete: operations["company_destroy"];
    patch: operations["company_partial_update"];
  };
  "/connection/company/{company_id}": {
    get: operations["connection_company_retrieve"];
    post: operations["connection_company_create"];
  };
  "/connection/company/{company_id}/link": {
    get: operations["connection_company_link_retrieve"];
    post: operations["connection_company_link_create"];
  };
  "/connection/{connection_id}": {
    get: operations["connection_retrieve"];
    patch: operations["connection_partial_update"];
  };
  "/connection/{connection_id}/confirm": {
    post: operations["connection_confirm_create"];
  };
  "/connection/{connection_id}/details": {
    get: operations["connection_details_retrieve"];
  };
  "/datasource": {
    get: operations["datasource_retrieve"];
  };
  "/document/company/{company_id}": {
    get: operations["document_company_retrieve"];
  };
  "/document/connection/{connection_id}": {
    get: operations["document_connection_retrieve"];
  };
  "/document/site/{site_id}": {
    get: operations["document_site_retrieve"];
  };
  "/document/{document_id}": {
    get: operations["document_retrieve"];
    patch: operations["document_partial_update"];
  };
  "/interval/connection/{connection_id}": {
    get: operations["interval_connection_retrieve"];
  };
  "/invitation/company/{company_id}": {
    get: operations["invitation_company_retrieve"];
    post: operations["invitation_company_create"];
  };
  "/invitation/connection/{connection_id}": {
    post: operations["invitation_connection_create"];
  };
  "/invitation/{invitation_id}": {
    get: operations["invitation_retrieve"];
  };
  "/invitation/{invitation_id}/revoke": {
    post: operations["invitation_revoke_create"];
  };
  "/job/company/{company_id}": {
    post: operations["job_company_create"];
  };
  "/job/company/{company_id}/bulk": {
    post: operations["job_company_bulk_create"];
  };
  "/job/{job_id}": {
    get: operations["job_retrieve"];
  };
  "/meter/company/{company_id}": {
    get: operations["meter_company_retrieve"];
  };
  "/meter/connection/{connection_id}": {
    get: operations["meter_connection_retrieve"];
  };
  "/meter/document/{document_id}": {
    get: operations["meter_document_retrieve"];
  };
  "/meter/site/{site_id}": {
    get: operations["meter_site_retrieve"];
  };
  "/meter/{meter_id}": {
    get: operations["meter_retrieve"];
    patch: operations["meter_partial_update"];
  };
  "/ping": {
    get: operations["ping_retrieve"];
  };
  "/site/company/{company_id}": {
    get: operations["site_company_list"];
    post: operations["site_company_create"];
  };
  "/site/{site_id}": {
    get: operations["site_retrieve"];
    delete: operations["site_destroy"];
    patch: operations["site_partial_update"];
  };
  "/team": {
    get: operations["team_retrieve"];
    patch: operations["team_partial_update"];
  };
  "/usage/company/{company_id}": {
    get: operations["usage_company_retrieve"];
  };
  "/usage/connection/{connection_id}": {
    get: operations["usage_connection_retrieve"];
  };
  "/usage/document/{document_id}": {
    get: operations["usage_document_retrieve"];
  };
  "/usage/meter/{meter_id}": {
    get: operations["usage_meter_retrieve"];
  };
  "/usage/site/{site_id}": {
    get: operations["usage_site_retrieve"];
  };
  "/usage/{usage_data_id}": {
    get: operations["usage_retrieve"];
    delete: operations["usage_destroy"];
    patch: operations["usage_partial_update"];
  };
  "/webhook": {
    get: operations["webhook_retrieve"];
  };
}

export interface components {
  schemas: {
    Account: Account;
    AccountBulkUpdateRequest: AccountBulkUpdateRequest;
    AccountUpdateRequest: AccountUpdateRequest;
    ApparentEnergyUnits: ApparentEnergyUnits;
    BillingPeriod: BillingPeriod;
    ChargeType: ChargeType;
    ChargesUnits: ChargesUnits;
    Company: Company;
    CompanyCreateRequest: CompanyCreateRequest;
    CompanyMagicLink: CompanyMagicLink;
    CompanyUpdateRequest: CompanyUpdateRequest;
    Connection: Connection;
    ConnectionCompany: ConnectionCompany;
    ConnectionConfirmRequest: ConnectionConfirmRequest;
    ConnectionCreateRequest: ConnectionCreateRequest;
    ConnectionCreatedPayload: ConnectionCreatedPayload;
    ConnectionDatasource: ConnectionDatasource;
    ConnectionPage: ConnectionPage;
    ConnectionPayloadAccount: ConnectionPayloadAccount;
    ConnectionStatus: ConnectionStatus;
    ConnectionUpdateRequest: ConnectionUpdateRequest;
    ConnectionUpdatedPayload: ConnectionUpdatedPayload;
    ConnectionValidatedPayload: ConnectionValidatedPayload;
    Country: Country;
    Datasource: Datasource;
    DatasourcePage: DatasourcePage;
    DatasourceType: DatasourceType;
    DemandMeter: DemandMeter;
    DemandType: DemandType;
    DemandUnits: DemandUnits;
    DistrictMediumType: DistrictMediumType;
    DistrictType: DistrictType;
    Document: Document;
    DocumentCreatedPayload: DocumentCreatedPayload;
    DocumentDeletedPayload: DocumentDeletedPayload;
    DocumentPage: DocumentPage;
    DocumentPayloadUsageData: DocumentPayloadUsageData;
    DocumentUpdateRequest: DocumentUpdateRequest;
    DocumentUpdatedPayload: DocumentUpdatedPayload;
    DocumentUsageData: DocumentUsageData;
    ElectricityChargeType: ElectricityChargeType;
    ElectricityType: ElectricityType;
    ErrorResponse: ErrorResponse;
    FuelType: FuelType;
    GasChargeType: GasChargeType;
    GasType: GasType;
    Interval: Interval;
    IntervalPage: IntervalPage;
    Invitation: Invitation;
    InvitationCreateRequest: InvitationCreateRequest;
    InvitationDetail: InvitationDetail;
    InvitationEvent: InvitationEvent;
    InvitationPage: InvitationPage;
    InvitationPrefill: InvitationPrefill;
    InvitationPrefillRequest: InvitationPrefillRequest;
    InvitationStatus: InvitationStatus;
    InvitationType: InvitationType;
    InvitedConnection: InvitedConnection;
    Job: Job;
    JobBulkSubmitRequest: JobBulkSubmitRequest;
    JobStatus: JobStatus;
    JobSubmitRequest: JobSubmitRequest;
    LineItem: LineItem;
    MagicLinkPrefillRequest: MagicLinkPrefillRequest;
    Meter: Meter;
    MeterHighLow: MeterHighLow;
    MeterIdentifier: MeterIdentifier;
    MeterIdentifierType: MeterIdentifierType;
    MeterPage: MeterPage;
    MeterUpdateRequest: MeterUpdateRequest;
    NetMeteringType: NetMeteringType;
    PingResponse: PingResponse;
    ReactiveEnergyUnits: ReactiveEnergyUnits;
    ReconnectInvitationCreateRequest: ReconnectInvitationCreateRequest;
    RefrigerantType: RefrigerantType;
    SecurityQuestion: SecurityQuestion;
    Site: Site;
    SiteCreateRequest: SiteCreateRequest;
    SiteUpdateRequest: SiteUpdateRequest;
    SourceType: SourceType;
    Team: Team;
    TeamUpdateRequest: TeamUpdateRequest;
    TimeOfUse: TimeOfUse;
    TimeOfUseBreakdown: TimeOfUseBreakdown;
    TimeOfUseUnits: TimeOfUseUnits;
    TrackingStatus: TrackingStatus;
    UsageData: UsageData;
    UsageDataPage: UsageDataPage;
    UsageDataUpdateRequest: UsageDataUpdateRequest;
    UsageDocument: UsageDocument;
    UsageUnits: UsageUnits;
    UtilityType: UtilityType;
    WaterType: WaterType;
    WebhookPortal: WebhookPortal;
  };
  responses: {
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": Wire<ErrorResponse>;
      };
    };
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": Wire<ErrorResponse>;
      };
    };
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": Wire<ErrorResponse>;
      };
    };
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": Wire<ErrorResponse>;
      };
    };
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": Wire<ErrorResponse>;
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export interface operations {
  account_company_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: AccountsBulkUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": AccountBulkUpdateRequest;
        "application/x-www-form-urlencoded": AccountBulkUpdateRequest;
        "multipart/form-data": AccountBulkUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Account[]>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  account_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: AccountsUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": AccountUpdateRequest;
        "application/x-www-form-urlencoded": AccountUpdateRequest;
        "multipart/form-data": AccountUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Account>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  company_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Company[]>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  company_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": CompanyCreateRequest;
        "application/x-www-form-urlencoded": CompanyCreateRequest;
        "multipart/form-data": CompanyCreateRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Company>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  company_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: CompaniesRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Company>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  company_destroy: {
    parameters: {
      query?: never;
      header?: never;
      path: CompaniesDeletePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  company_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: CompaniesUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": CompanyUpdateRequest;
        "application/x-www-form-urlencoded": CompanyUpdateRequest;
        "multipart/form-data": CompanyUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Company>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_company_retrieve: {
    parameters: {
      query?: ConnectionsListByCompanyQuery;
      header?: never;
      path: ConnectionsListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<ConnectionPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_company_create: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsCreatePath;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": ConnectionCreateRequest;
        "application/x-www-form-urlencoded": ConnectionCreateRequest;
        "multipart/form-data": ConnectionCreateRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Connection>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_company_link_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsCreateMagicLinkPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<CompanyMagicLink>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_company_link_create: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsCreatePrefilledMagicLinkPath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": MagicLinkPrefillRequest;
        "application/x-www-form-urlencoded": MagicLinkPrefillRequest;
        "multipart/form-data": MagicLinkPrefillRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<CompanyMagicLink>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsCreateEditMagicLinkPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Connection>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": ConnectionUpdateRequest;
        "application/x-www-form-urlencoded": ConnectionUpdateRequest;
        "multipart/form-data": ConnectionUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Connection>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_confirm_create: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsConfirmPath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": ConnectionConfirmRequest;
        "application/x-www-form-urlencoded": ConnectionConfirmRequest;
        "multipart/form-data": ConnectionConfirmRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Connection>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  connection_details_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: ConnectionsRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Connection>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  datasource_retrieve: {
    parameters: {
      query?: DatasourcesSearchQuery;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<DatasourcePage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  document_company_retrieve: {
    parameters: {
      query?: DocumentsListByCompanyQuery;
      header?: never;
      path: DocumentsListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<DocumentPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  document_connection_retrieve: {
    parameters: {
      query?: DocumentsListByConnectionQuery;
      header?: never;
      path: DocumentsListByConnectionPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<DocumentPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  document_site_retrieve: {
    parameters: {
      query?: DocumentsListBySiteQuery;
      header?: never;
      path: DocumentsListBySitePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<DocumentPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  document_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: DocumentsRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Document>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  document_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: DocumentsUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": DocumentUpdateRequest;
        "application/x-www-form-urlencoded": DocumentUpdateRequest;
        "multipart/form-data": DocumentUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Document>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  interval_connection_retrieve: {
    parameters: {
      query?: IntervalsListByConnectionQuery;
      header?: never;
      path: IntervalsListByConnectionPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<IntervalPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  invitation_company_retrieve: {
    parameters: {
      query?: InvitationsListByCompanyQuery;
      header?: never;
      path: InvitationsListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<InvitationPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  invitation_company_create: {
    parameters: {
      query?: never;
      header?: never;
      path: InvitationsCreatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": InvitationCreateRequest;
        "application/x-www-form-urlencoded": InvitationCreateRequest;
        "multipart/form-data": InvitationCreateRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Invitation>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  invitation_connection_create: {
    parameters: {
      query?: never;
      header?: never;
      path: InvitationsCreateReconnectPath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": ReconnectInvitationCreateRequest;
        "application/x-www-form-urlencoded": ReconnectInvitationCreateRequest;
        "multipart/form-data": ReconnectInvitationCreateRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Invitation>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  invitation_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: InvitationsRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<InvitationDetail>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  invitation_revoke_create: {
    parameters: {
      query?: never;
      header?: never;
      path: InvitationsRevokePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Invitation>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  job_company_create: {
    parameters: {
      query?: never;
      header?: never;
      path: JobsSubmitPath;
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": JobSubmitRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Job>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  job_company_bulk_create: {
    parameters: {
      query?: never;
      header?: never;
      path: JobsSubmitBulkPath;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": JobBulkSubmitRequest;
        "application/x-www-form-urlencoded": JobBulkSubmitRequest;
        "multipart/form-data": JobBulkSubmitRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Job>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  job_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: JobsRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Job>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_company_retrieve: {
    parameters: {
      query?: MetersListByCompanyQuery;
      header?: never;
      path: MetersListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<MeterPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_connection_retrieve: {
    parameters: {
      query?: MetersListByConnectionQuery;
      header?: never;
      path: MetersListByConnectionPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<MeterPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_document_retrieve: {
    parameters: {
      query?: MetersListByDocumentQuery;
      header?: never;
      path: MetersListByDocumentPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<MeterPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_site_retrieve: {
    parameters: {
      query?: MetersListBySiteQuery;
      header?: never;
      path: MetersListBySitePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<MeterPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: MetersRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Meter>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  meter_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: MetersUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": MeterUpdateRequest;
        "application/x-www-form-urlencoded": MeterUpdateRequest;
        "multipart/form-data": MeterUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Meter>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  ping_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<PingResponse>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  site_company_list: {
    parameters: {
      query?: never;
      header?: never;
      path: SitesListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Site[]>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  site_company_create: {
    parameters: {
      query?: never;
      header?: never;
      path: SitesCreatePath;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": SiteCreateRequest;
        "application/x-www-form-urlencoded": SiteCreateRequest;
        "multipart/form-data": SiteCreateRequest;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Site>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  site_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: SitesRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Site>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  site_destroy: {
    parameters: {
      query?: never;
      header?: never;
      path: SitesDeletePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  site_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: SitesUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": SiteUpdateRequest;
        "application/x-www-form-urlencoded": SiteUpdateRequest;
        "multipart/form-data": SiteUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Site>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  team_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Team>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  team_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": TeamUpdateRequest;
        "application/x-www-form-urlencoded": TeamUpdateRequest;
        "multipart/form-data": TeamUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<Team>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_company_retrieve: {
    parameters: {
      query?: UsageDataListByCompanyQuery;
      header?: never;
      path: UsageDataListByCompanyPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageDataPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_connection_retrieve: {
    parameters: {
      query?: UsageDataListByConnectionQuery;
      header?: never;
      path: UsageDataListByConnectionPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageDataPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_document_retrieve: {
    parameters: {
      query?: UsageDataListByDocumentQuery;
      header?: never;
      path: UsageDataListByDocumentPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageDataPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_meter_retrieve: {
    parameters: {
      query?: UsageDataListByMeterQuery;
      header?: never;
      path: UsageDataListByMeterPath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageDataPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_site_retrieve: {
    parameters: {
      query?: UsageDataListBySiteQuery;
      header?: never;
      path: UsageDataListBySitePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageDataPage>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path: UsageDataRetrievePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageData>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_destroy: {
    parameters: {
      query?: never;
      header?: never;
      path: UsageDataDeletePath;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  usage_partial_update: {
    parameters: {
      query?: never;
      header?: never;
      path: UsageDataUpdatePath;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": UsageDataUpdateRequest;
        "application/x-www-form-urlencoded": UsageDataUpdateRequest;
        "multipart/form-data": UsageDataUpdateRequest;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<UsageData>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  webhook_retrieve: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Wire<WebhookPortal>;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
    };
  };
  webhook_connection_created_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": ConnectionCreatedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  webhook_connection_updated_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": ConnectionUpdatedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  webhook_connection_validated_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": ConnectionValidatedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  webhook_document_created_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": DocumentCreatedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  webhook_document_deleted_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": DocumentDeletedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  webhook_document_updated_v2: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": DocumentUpdatedPayload;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
