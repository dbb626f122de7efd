// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { ApiCall, CallOptions, ListOptions, Paginator } from "./contract.js";
import type {
  Account,
  AccountsBulkUpdateBody,
  AccountsUpdateBody,
  CompaniesCreateBody,
  CompaniesUpdateBody,
  Company,
  CompanyMagicLink,
  Connection,
  ConnectionPage,
  ConnectionsConfirmBody,
  ConnectionsCreateBody,
  ConnectionsCreatePrefilledMagicLinkBody,
  ConnectionsListByCompanyQuery,
  ConnectionsUpdateBody,
  Datasource,
  DatasourcePage,
  DatasourcesSearchQuery,
  Document,
  DocumentPage,
  DocumentsListByCompanyQuery,
  DocumentsListByConnectionQuery,
  DocumentsListBySiteQuery,
  DocumentsUpdateBody,
  Interval,
  IntervalPage,
  IntervalsListByConnectionQuery,
  Invitation,
  InvitationDetail,
  InvitationPage,
  InvitationsCreateBody,
  InvitationsCreateReconnectBody,
  InvitationsListByCompanyQuery,
  Job,
  JobsSubmitBody,
  JobsSubmitBulkBody,
  Meter,
  MeterPage,
  MetersListByCompanyQuery,
  MetersListByConnectionQuery,
  MetersListByDocumentQuery,
  MetersListBySiteQuery,
  MetersUpdateBody,
  PingResponse,
  Site,
  SitesCreateBody,
  SitesUpdateBody,
  Team,
  TeamUpdateBody,
  UsageData,
  UsageDataListByCompanyQuery,
  UsageDataListByConnectionQuery,
  UsageDataListByDocumentQuery,
  UsageDataListByMeterQuery,
  UsageDataListBySiteQuery,
  UsageDataPage,
  UsageDataUpdateBody,
  WebhookPortal,
} from "./schema.js";

/** The resources of the Nectar Climate API. */
export interface Resources {
  /** Utility accounts that a connection found, and whether Nectar tracks them. */
  readonly accounts: AccountsResource;
  /** Organisations whose utility data Nectar collects. */
  readonly companies: CompaniesResource;
  /** Logins to utility providers, from which Nectar collects bills every week. */
  readonly connections: ConnectionsResource;
  /** Catalogue of the utility providers. */
  readonly datasources: DatasourcesResource;
  /** Bills, collected or uploaded, with their usage, charges and line items. */
  readonly documents: DocumentsResource;
  /** Smart meter readings. */
  readonly intervals: IntervalsResource;
  /** Hosted links for customers who create or repair a connection. */
  readonly invitations: InvitationsResource;
  /** Uploads of bills and the state of their processing. */
  readonly jobs: JobsResource;
  /** Metering points, with their identifiers. */
  readonly meters: MetersResource;
  /** Check of the API key. */
  readonly ping: PingResource;
  /** Buildings and other places of a company. */
  readonly sites: SitesResource;
  /** The caller's team and billing profile. */
  readonly team: TeamResource;
  /** Consumption by meter and period. */
  readonly usageData: UsageDataResource;
  /** Hosted page to manage webhook endpoints. */
  readonly webhookPortal: WebhookPortalResource;
}

/** Utility accounts that a connection found, and whether Nectar tracks them. */
export interface AccountsResource {
  /**
   * Bulk update accounts for a company.
   *
   * Sets whether Nectar tracks the accounts, to the same value for all; nothing else can be set. All or nothing: an error leaves every account unchanged. Their meters follow unless `updateMeters` is false.
   *
   * Not confirmed by Nectar's reference.
   *
   * `PATCH /account/company/{company_id}`, operation `account_company_partial_update`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  bulkUpdate(companyId: string, body?: AccountsBulkUpdateBody, options?: CallOptions): ApiCall<Account[]>;

  /**
   * Update an account.
   *
   * Sets whether Nectar tracks the account; nothing else can be set. Its meters follow unless `updateMeters` is false.
   *
   * `PATCH /account/{account_id}`, operation `account_partial_update`.
   *
   * @param accountId Account to change.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(accountId: string, body?: AccountsUpdateBody, options?: CallOptions): ApiCall<Account>;
}

/** Organisations whose utility data Nectar collects. */
export interface CompaniesResource {
  /**
   * Retrieve Companies.
   *
   * Every company that the key is associated with, in one unpaginated response, each with its id, name, external id and sites.
   *
   * `GET /company`, operation `company_list`.
   *
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  list(options?: CallOptions): ApiCall<Company[]>;

  /**
   * Create Company.
   *
   * The caller and all members of the caller's team become its admins. Further users go into `users`, here or later by an update. Each address must already have a Nectar account, else 400.
   *
   * `POST /company`, operation `company_create`.
   *
   * @param body Body of the request.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  create(body: CompaniesCreateBody, options?: CallOptions): ApiCall<Company>;

  /**
   * Get Company Details.
   *
   * One company with its sites and users.
   *
   * `GET /company/{company_id}`, operation `company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(companyId: string, options?: CallOptions): ApiCall<Company>;

  /**
   * Delete Company.
   *
   * Returns 204 immediately; the deletion runs in the background. The company may remain readable for a while.
   *
   * Not confirmed by Nectar's reference.
   *
   * `DELETE /company/{company_id}`, operation `company_destroy`.
   *
   * @param companyId Company. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  delete(companyId: string, options?: CallOptions): ApiCall<void>;

  /**
   * Update Company.
   *
   * `users`, when sent, replaces the whole list; absent, the list stays. The caller cannot remove themself. Each address must already have a Nectar account, else 400.
   *
   * `PATCH /company/{company_id}`, operation `company_partial_update`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(companyId: string, body?: CompaniesUpdateBody, options?: CallOptions): ApiCall<Company>;
}

/** Logins to utility providers, from which Nectar collects bills every week. */
export interface ConnectionsResource {
  /**
   * Get Company Utility Account Connections.
   *
   * Connections of a company, each with its id, accounts and status. 100 a page unless `limit` says otherwise: the only list whose page size can be chosen.
   *
   * `GET /connection/company/{company_id}`, operation `connection_company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(
    companyId: string,
    query?: ConnectionsListByCompanyQuery,
    options?: ListOptions,
  ): Paginator<Connection, ConnectionPage>;

  /**
   * Create Basic Utility Account Connection.
   *
   * Creates a connection with user name and password, and with `answers` to the provider's security questions, if any. Providers that ask for a second factor need an invitation instead. The list of sites is required. A second connection to the same provider with the same user name is refused with 400.
   *
   * `POST /connection/company/{company_id}`, operation `connection_company_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Body of the request.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  create(companyId: string, body: ConnectionsCreateBody, options?: CallOptions): ApiCall<Connection>;

  /**
   * Create Magic Link for Creating a Utility Account Connection.
   *
   * A hosted link for creating a connection. Use POST /invitation/company/{company_id} instead; this operation goes away in a later API version. Links already sent keep working.
   *
   * `GET /connection/company/{company_id}/link`, operation `connection_company_link_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   * @deprecated
   */
  createMagicLink(companyId: string, options?: CallOptions): ApiCall<CompanyMagicLink>;

  /**
   * Create Magic Link with Prefilled Data for Creating a Utility Account Connection.
   *
   * A hosted link for creating a connection, with prefilled data. Use POST /invitation/company/{company_id} with `prefill` instead; this operation goes away in a later API version. Links already sent keep working.
   *
   * Not confirmed by Nectar's reference.
   *
   * `POST /connection/company/{company_id}/link`, operation `connection_company_link_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   * @deprecated
   */
  createPrefilledMagicLink(
    companyId: string,
    body?: ConnectionsCreatePrefilledMagicLinkBody,
    options?: CallOptions,
  ): ApiCall<CompanyMagicLink>;

  /**
   * Create Magic Link for Updating a Utility Account Connection.
   *
   * The connection with the secret from which its edit link is made. Use POST /invitation/connection/{connection_id} instead; this operation goes away in a later API version. Links already sent keep working.
   *
   * `GET /connection/{connection_id}`, operation `connection_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   * @deprecated
   */
  createEditMagicLink(connectionId: string, options?: CallOptions): ApiCall<Connection>;

  /**
   * Update an Utility Account Connection.
   *
   * Changes the connection; absent fields keep their values.
   *
   * Not confirmed by Nectar's reference.
   *
   * `PATCH /connection/{connection_id}`, operation `connection_partial_update`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(connectionId: string, body?: ConnectionsUpdateBody, options?: CallOptions): ApiCall<Connection>;

  /**
   * Confirm a utility account connection for a company.
   *
   * Sets the status of the connection to CONNECTED. With false the status does not change.
   *
   * Not confirmed by Nectar's reference.
   *
   * `POST /connection/{connection_id}/confirm`, operation `connection_confirm_create`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  confirm(connectionId: string, body?: ConnectionsConfirmBody, options?: CallOptions): ApiCall<Connection>;

  /**
   * Get an Utility Account Connection.
   *
   * One connection with its status and accounts.
   *
   * `GET /connection/{connection_id}/details`, operation `connection_details_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(connectionId: string, options?: CallOptions): ApiCall<Connection>;
}

/** Catalogue of the utility providers. */
export interface DatasourcesResource {
  /**
   * Search Utility Providers.
   *
   * Utility providers of the catalogue, paginated, and filtered by `search`. Pass the id of a provider as `prefill.datasourceId` of a connection invitation.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /datasource`, operation `datasource_retrieve`.
   *
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  search(query?: DatasourcesSearchQuery, options?: ListOptions): Paginator<Datasource, DatasourcePage>;
}

/** Bills, collected or uploaded, with their usage, charges and line items. */
export interface DocumentsResource {
  /**
   * Get Documents by Company.
   *
   * Bills of a company, 100 a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * `GET /document/company/{company_id}`, operation `document_company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(
    companyId: string,
    query?: DocumentsListByCompanyQuery,
    options?: ListOptions,
  ): Paginator<Document, DocumentPage>;

  /**
   * Get Documents by Connection.
   *
   * Bills of a connection, 100 a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * `GET /document/connection/{connection_id}`, operation `document_connection_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByConnection(
    connectionId: string,
    query?: DocumentsListByConnectionQuery,
    options?: ListOptions,
  ): Paginator<Document, DocumentPage>;

  /**
   * Get Documents by Site.
   *
   * Bills of a site, 100 a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * `GET /document/site/{site_id}`, operation `document_site_retrieve`.
   *
   * @param siteId Site. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listBySite(
    siteId: string,
    query?: DocumentsListBySiteQuery,
    options?: ListOptions,
  ): Paginator<Document, DocumentPage>;

  /**
   * Get Document Details.
   *
   * One bill with its usage, demand meters, sites, charges and line items, a presigned URL of the file and the URL of its audit trail.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /document/{document_id}`, operation `document_retrieve`.
   *
   * @param documentId Document (bill). Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(documentId: string, options?: CallOptions): ApiCall<Document>;

  /**
   * Update Document Details.
   *
   * Changes the document; absent fields keep their values. Returns the updated document.
   *
   * Not confirmed by Nectar's reference.
   *
   * `PATCH /document/{document_id}`, operation `document_partial_update`.
   *
   * @param documentId Document (bill). Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(documentId: string, body?: DocumentsUpdateBody, options?: CallOptions): ApiCall<Document>;
}

/** Smart meter readings. */
export interface IntervalsResource {
  /**
   * Get Intervals by Connection (BETA).
   *
   * Beta: smart meter readings of a connection, 100 a page.
   *
   * `GET /interval/connection/{connection_id}`, operation `interval_connection_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByConnection(
    connectionId: string,
    query?: IntervalsListByConnectionQuery,
    options?: ListOptions,
  ): Paginator<Interval, IntervalPage>;
}

/** Hosted links for customers who create or repair a connection. */
export interface InvitationsResource {
  /**
   * List Invitations by Company.
   *
   * Invitations of a company that create or edit connections, 100 a page, filtered by status and type.
   *
   * `GET /invitation/company/{company_id}`, operation `invitation_company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(
    companyId: string,
    query?: InvitationsListByCompanyQuery,
    options?: ListOptions,
  ): Paginator<Invitation, InvitationPage>;

  /**
   * Create Connection Invitation.
   *
   * A hosted link (`invitationUrl`) with which its recipient creates a connection for the company. It may be limited to e-mail addresses, to a time and to a number of uses, and contain prefilled data.
   *
   * `POST /invitation/company/{company_id}`, operation `invitation_company_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  create(companyId: string, body?: InvitationsCreateBody, options?: CallOptions): ApiCall<Invitation>;

  /**
   * Create Reconnect Invitation.
   *
   * A hosted link (`invitationUrl`) with which its recipient, a contributor, gives an existing connection new credentials.
   *
   * `POST /invitation/connection/{connection_id}`, operation `invitation_connection_create`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  createReconnect(
    connectionId: string,
    body?: InvitationsCreateReconnectBody,
    options?: CallOptions,
  ): ApiCall<Invitation>;

  /**
   * Get Invitation Detail.
   *
   * One invitation that creates or edits a connection, with the log of its audit events.
   *
   * `GET /invitation/{invitation_id}`, operation `invitation_retrieve`.
   *
   * @param invitationId Invitation. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(invitationId: string, options?: CallOptions): ApiCall<InvitationDetail>;

  /**
   * Revoke Invitation.
   *
   * Ends the invitation; its link becomes invalid immediately and its status becomes REVOKED. Idempotent: revoking it again returns 200.
   *
   * `POST /invitation/{invitation_id}/revoke`, operation `invitation_revoke_create`.
   *
   * @param invitationId Invitation. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  revoke(invitationId: string, options?: CallOptions): ApiCall<Invitation>;
}

/** Uploads of bills and the state of their processing. */
export interface JobsResource {
  /**
   * Submit Job via Single Document Upload.
   *
   * Uploads one bill (.pdf, .png, .jpg, .jpeg) and processes it as a job, and returns its id immediately. At most 25 MB, and 150 pages a PDF; the company has to be active.
   *
   * `POST /job/company/{company_id}`, operation `job_company_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Body of the request.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  submit(companyId: string, body: JobsSubmitBody, options?: CallOptions): ApiCall<Job>;

  /**
   * Submit Job via Bulk Document Upload.
   *
   * Has Nectar fetch the files from the given URLs, such as signed S3 URLs, and process them as one job with one id. At most 25 MB a file and 150 pages a PDF; the company has to be active.
   *
   * `POST /job/company/{company_id}/bulk`, operation `job_company_bulk_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Body of the request.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  submitBulk(companyId: string, body: JobsSubmitBulkBody, options?: CallOptions): ApiCall<Job>;

  /**
   * Get Job Status Details.
   *
   * State of one upload: PENDING, COMPLETED, FAILED or TERMINATED. COMPLETED includes the ids of the documents. Jobs rarely fail, because Nectar retries the processing.
   *
   * `GET /job/{job_id}`, operation `job_retrieve`.
   *
   * @param jobId Upload job.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(jobId: string, options?: CallOptions): ApiCall<Job>;
}

/** Metering points, with their identifiers. */
export interface MetersResource {
  /**
   * Get Meters by Company.
   *
   * Meters of a company, 100 a page.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /meter/company/{company_id}`, operation `meter_company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(
    companyId: string,
    query?: MetersListByCompanyQuery,
    options?: ListOptions,
  ): Paginator<Meter, MeterPage>;

  /**
   * Get Meters by Connection.
   *
   * Meters of a connection, 100 a page.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /meter/connection/{connection_id}`, operation `meter_connection_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByConnection(
    connectionId: string,
    query?: MetersListByConnectionQuery,
    options?: ListOptions,
  ): Paginator<Meter, MeterPage>;

  /**
   * Get Meters by Document.
   *
   * Meters that a document has usage for, 100 a page.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /meter/document/{document_id}`, operation `meter_document_retrieve`.
   *
   * @param documentId Document (bill). Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByDocument(
    documentId: string,
    query?: MetersListByDocumentQuery,
    options?: ListOptions,
  ): Paginator<Meter, MeterPage>;

  /**
   * Get Meters by Site.
   *
   * Meters of a site, 100 a page.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /meter/site/{site_id}`, operation `meter_site_retrieve`.
   *
   * @param siteId Site. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listBySite(siteId: string, query?: MetersListBySiteQuery, options?: ListOptions): Paginator<Meter, MeterPage>;

  /**
   * Get Meter Details.
   *
   * One meter.
   *
   * `GET /meter/{meter_id}`, operation `meter_retrieve`.
   *
   * @param meterId Meter. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(meterId: string, options?: CallOptions): ApiCall<Meter>;

  /**
   * Update Meter Details.
   *
   * Changes the meter; absent fields keep their values. `identifiers`, when sent, replaces the whole list: all existing identifiers are deleted and the given ones created.
   *
   * Not confirmed by Nectar's reference.
   *
   * `PATCH /meter/{meter_id}`, operation `meter_partial_update`.
   *
   * @param meterId Meter. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(meterId: string, body?: MetersUpdateBody, options?: CallOptions): ApiCall<Meter>;
}

/** Check of the API key. */
export interface PingResource {
  /**
   * Ping Test Endpoint.
   *
   * Returns 200 with `pong` and the API version if the key is valid for this version.
   *
   * `GET /ping`, operation `ping_retrieve`.
   *
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(options?: CallOptions): ApiCall<PingResponse>;
}

/** Buildings and other places of a company. */
export interface SitesResource {
  /**
   * Get Sites by Company.
   *
   * Every site of the company in one unpaginated response.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /site/company/{company_id}`, operation `site_company_list`.
   *
   * @param companyId Company. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(companyId: string, options?: CallOptions): ApiCall<Site[]>;

  /**
   * Create Site.
   *
   * Adds a site to the company.
   *
   * `POST /site/company/{company_id}`, operation `site_company_create`.
   *
   * @param companyId Company. Format: uuid.
   * @param body Body of the request.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  create(companyId: string, body: SitesCreateBody, options?: CallOptions): ApiCall<Site>;

  /**
   * Get Site Details.
   *
   * One site.
   *
   * `GET /site/{site_id}`, operation `site_retrieve`.
   *
   * @param siteId Site. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(siteId: string, options?: CallOptions): ApiCall<Site>;

  /**
   * Delete Site.
   *
   * Deletes the site softly; data is no longer collected for it.
   *
   * Not confirmed by Nectar's reference.
   *
   * `DELETE /site/{site_id}`, operation `site_destroy`.
   *
   * @param siteId Site. Format: uuid.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  delete(siteId: string, options?: CallOptions): ApiCall<void>;

  /**
   * Update Site.
   *
   * Changes the site; absent fields keep their values.
   *
   * `PATCH /site/{site_id}`, operation `site_partial_update`.
   *
   * @param siteId Site. Format: uuid.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(siteId: string, body?: SitesUpdateBody, options?: CallOptions): ApiCall<Site>;
}

/** The caller's team and billing profile. */
export interface TeamResource {
  /**
   * Get Team and Billing Information.
   *
   * The caller's team with its name and the e-mail addresses of its members, its billing summaries at Stripe and a signed link to the customer portal of Stripe.
   *
   * `GET /team`, operation `team_retrieve`.
   *
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(options?: CallOptions): ApiCall<Team>;

  /**
   * Update Team and Billing Information.
   *
   * `users` replaces the whole list of members; the caller always stays. Each address must already have a Nectar account, else 400. Billing data cannot be changed here.
   *
   * `PATCH /team`, operation `team_partial_update`.
   *
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(body?: TeamUpdateBody, options?: CallOptions): ApiCall<Team>;
}

/** Consumption by meter and period. */
export interface UsageDataResource {
  /**
   * Get Usage Data by Company.
   *
   * Usage of a company, 100 entries a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * `GET /usage/company/{company_id}`, operation `usage_company_retrieve`.
   *
   * @param companyId Company. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByCompany(
    companyId: string,
    query?: UsageDataListByCompanyQuery,
    options?: ListOptions,
  ): Paginator<UsageData, UsageDataPage>;

  /**
   * Get Usage Data by Utility Connection.
   *
   * Usage of a connection, 100 entries a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * `GET /usage/connection/{connection_id}`, operation `usage_connection_retrieve`.
   *
   * @param connectionId Utility connection. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByConnection(
    connectionId: string,
    query?: UsageDataListByConnectionQuery,
    options?: ListOptions,
  ): Paginator<UsageData, UsageDataPage>;

  /**
   * Get Usage Data by Document.
   *
   * Usage read from a document, 100 entries a page. `startDate` and `endDate` are compared with the usage period unless `dateType` says otherwise, unlike in every other list. The document itself has complete meter and cost data.
   *
   * `GET /usage/document/{document_id}`, operation `usage_document_retrieve`.
   *
   * @param documentId Document (bill). Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByDocument(
    documentId: string,
    query?: UsageDataListByDocumentQuery,
    options?: ListOptions,
  ): Paginator<UsageData, UsageDataPage>;

  /**
   * Get Usage Data by Meter.
   *
   * Usage of a meter, 100 entries a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /usage/meter/{meter_id}`, operation `usage_meter_retrieve`.
   *
   * @param meterId Meter. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listByMeter(
    meterId: string,
    query?: UsageDataListByMeterQuery,
    options?: ListOptions,
  ): Paginator<UsageData, UsageDataPage>;

  /**
   * Get Usage Data by Site.
   *
   * Usage of a site, 100 entries a page. `startDate` and `endDate` are compared with the bill date unless `dateType` says otherwise.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /usage/site/{site_id}`, operation `usage_site_retrieve`.
   *
   * @param siteId Site. Format: uuid.
   * @param query Filters, and `page` to start at a later page.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  listBySite(
    siteId: string,
    query?: UsageDataListBySiteQuery,
    options?: ListOptions,
  ): Paginator<UsageData, UsageDataPage>;

  /**
   * Get Usage Data Details.
   *
   * One usage entry with the document that it was read from.
   *
   * `GET /usage/{usage_data_id}`, operation `usage_retrieve`.
   *
   * @param usageDataId Usage data entry.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(usageDataId: string, options?: CallOptions): ApiCall<UsageData>;

  /**
   * Delete Usage Data.
   *
   * Deletes the entry with this id.
   *
   * Not confirmed by Nectar's reference.
   *
   * `DELETE /usage/{usage_data_id}`, operation `usage_destroy`.
   *
   * @param usageDataId Usage data entry.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  delete(usageDataId: string, options?: CallOptions): ApiCall<void>;

  /**
   * Update Usage Data.
   *
   * Changes the entry, and with it its meter and identifiers. Demand entries cannot be changed here.
   *
   * `PATCH /usage/{usage_data_id}`, operation `usage_partial_update`.
   *
   * @param usageDataId Usage data entry.
   * @param body Optional.
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  update(usageDataId: string, body?: UsageDataUpdateBody, options?: CallOptions): ApiCall<UsageData>;
}

/** Hosted page to manage webhook endpoints. */
export interface WebhookPortalResource {
  /**
   * Webhook Portal.
   *
   * A link to the hosted page of Svix where webhook endpoints, event filters and delivery logs are managed. It is valid for 7 days. The events that end in `.v2` are recommended.
   *
   * Not confirmed by Nectar's reference.
   *
   * `GET /webhook`, operation `webhook_retrieve`.
   *
   * @throws {NectarApiError} when the API refuses the call: 400, 401, 403, 404, 429.
   */
  retrieve(options?: CallOptions): ApiCall<WebhookPortal>;
}
