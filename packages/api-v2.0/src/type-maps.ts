// Generated from specs/v2.0/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import type {
  AccountsBulkUpdateErrors,
  AccountsUpdateErrors,
  CompaniesCreateErrors,
  CompaniesDeleteErrors,
  CompaniesListErrors,
  CompaniesRetrieveErrors,
  CompaniesUpdateErrors,
  Connection,
  ConnectionCreatedPayload,
  ConnectionPage,
  ConnectionUpdatedPayload,
  ConnectionValidatedPayload,
  ConnectionsConfirmErrors,
  ConnectionsCreateEditMagicLinkErrors,
  ConnectionsCreateErrors,
  ConnectionsCreateMagicLinkErrors,
  ConnectionsCreatePrefilledMagicLinkErrors,
  ConnectionsListByCompanyErrors,
  ConnectionsRetrieveErrors,
  ConnectionsUpdateErrors,
  Datasource,
  DatasourcePage,
  DatasourcesSearchErrors,
  Document,
  DocumentCreatedPayload,
  DocumentDeletedPayload,
  DocumentPage,
  DocumentUpdatedPayload,
  DocumentsListByCompanyErrors,
  DocumentsListByConnectionErrors,
  DocumentsListBySiteErrors,
  DocumentsRetrieveErrors,
  DocumentsUpdateErrors,
  Interval,
  IntervalPage,
  IntervalsListByConnectionErrors,
  Invitation,
  InvitationPage,
  InvitationsCreateErrors,
  InvitationsCreateReconnectErrors,
  InvitationsListByCompanyErrors,
  InvitationsRetrieveErrors,
  InvitationsRevokeErrors,
  JobsRetrieveErrors,
  JobsSubmitBulkErrors,
  JobsSubmitErrors,
  Meter,
  MeterPage,
  MetersListByCompanyErrors,
  MetersListByConnectionErrors,
  MetersListByDocumentErrors,
  MetersListBySiteErrors,
  MetersRetrieveErrors,
  MetersUpdateErrors,
  PingRetrieveErrors,
  SitesCreateErrors,
  SitesDeleteErrors,
  SitesListByCompanyErrors,
  SitesRetrieveErrors,
  SitesUpdateErrors,
  TeamRetrieveErrors,
  TeamUpdateErrors,
  UsageData,
  UsageDataDeleteErrors,
  UsageDataListByCompanyErrors,
  UsageDataListByConnectionErrors,
  UsageDataListByDocumentErrors,
  UsageDataListByMeterErrors,
  UsageDataListBySiteErrors,
  UsageDataPage,
  UsageDataRetrieveErrors,
  UsageDataUpdateErrors,
  WebhookPortalRetrieveErrors,
} from "./schema.js";

/** The paths whose GET answers a page of a list, with the types of items and page. */
export interface PaginatedPaths {
  "/connection/company/{company_id}": { readonly item: Connection; readonly page: ConnectionPage };
  "/datasource": { readonly item: Datasource; readonly page: DatasourcePage };
  "/document/company/{company_id}": { readonly item: Document; readonly page: DocumentPage };
  "/document/connection/{connection_id}": { readonly item: Document; readonly page: DocumentPage };
  "/document/site/{site_id}": { readonly item: Document; readonly page: DocumentPage };
  "/interval/connection/{connection_id}": { readonly item: Interval; readonly page: IntervalPage };
  "/invitation/company/{company_id}": { readonly item: Invitation; readonly page: InvitationPage };
  "/meter/company/{company_id}": { readonly item: Meter; readonly page: MeterPage };
  "/meter/connection/{connection_id}": { readonly item: Meter; readonly page: MeterPage };
  "/meter/document/{document_id}": { readonly item: Meter; readonly page: MeterPage };
  "/meter/site/{site_id}": { readonly item: Meter; readonly page: MeterPage };
  "/usage/company/{company_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  "/usage/connection/{connection_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  "/usage/document/{document_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  "/usage/meter/{meter_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  "/usage/site/{site_id}": { readonly item: UsageData; readonly page: UsageDataPage };
}

/** The bodies of refusals by operationId, and by status within. */
export interface OperationErrors {
  account_company_partial_update: AccountsBulkUpdateErrors;
  account_partial_update: AccountsUpdateErrors;
  company_list: CompaniesListErrors;
  company_create: CompaniesCreateErrors;
  company_retrieve: CompaniesRetrieveErrors;
  company_destroy: CompaniesDeleteErrors;
  company_partial_update: CompaniesUpdateErrors;
  connection_company_retrieve: ConnectionsListByCompanyErrors;
  connection_company_create: ConnectionsCreateErrors;
  connection_company_link_retrieve: ConnectionsCreateMagicLinkErrors;
  connection_company_link_create: ConnectionsCreatePrefilledMagicLinkErrors;
  connection_retrieve: ConnectionsCreateEditMagicLinkErrors;
  connection_partial_update: ConnectionsUpdateErrors;
  connection_confirm_create: ConnectionsConfirmErrors;
  connection_details_retrieve: ConnectionsRetrieveErrors;
  datasource_retrieve: DatasourcesSearchErrors;
  document_retrieve: DocumentsRetrieveErrors;
  document_partial_update: DocumentsUpdateErrors;
  document_company_retrieve: DocumentsListByCompanyErrors;
  document_connection_retrieve: DocumentsListByConnectionErrors;
  document_site_retrieve: DocumentsListBySiteErrors;
  interval_connection_retrieve: IntervalsListByConnectionErrors;
  invitation_company_retrieve: InvitationsListByCompanyErrors;
  invitation_company_create: InvitationsCreateErrors;
  invitation_connection_create: InvitationsCreateReconnectErrors;
  invitation_retrieve: InvitationsRetrieveErrors;
  invitation_revoke_create: InvitationsRevokeErrors;
  job_retrieve: JobsRetrieveErrors;
  job_company_bulk_create: JobsSubmitBulkErrors;
  job_company_create: JobsSubmitErrors;
  meter_retrieve: MetersRetrieveErrors;
  meter_partial_update: MetersUpdateErrors;
  meter_company_retrieve: MetersListByCompanyErrors;
  meter_connection_retrieve: MetersListByConnectionErrors;
  meter_document_retrieve: MetersListByDocumentErrors;
  meter_site_retrieve: MetersListBySiteErrors;
  ping_retrieve: PingRetrieveErrors;
  site_company_list: SitesListByCompanyErrors;
  site_company_create: SitesCreateErrors;
  site_retrieve: SitesRetrieveErrors;
  site_destroy: SitesDeleteErrors;
  site_partial_update: SitesUpdateErrors;
  team_retrieve: TeamRetrieveErrors;
  team_partial_update: TeamUpdateErrors;
  usage_retrieve: UsageDataRetrieveErrors;
  usage_destroy: UsageDataDeleteErrors;
  usage_partial_update: UsageDataUpdateErrors;
  usage_company_retrieve: UsageDataListByCompanyErrors;
  usage_connection_retrieve: UsageDataListByConnectionErrors;
  usage_document_retrieve: UsageDataListByDocumentErrors;
  usage_meter_retrieve: UsageDataListByMeterErrors;
  usage_site_retrieve: UsageDataListBySiteErrors;
  webhook_retrieve: WebhookPortalRetrieveErrors;
}

/** The payloads of webhooks by event. */
export interface WebhookEvents {
  /**
   * Webhook for utility account connection creation v2
   *
   * A connection was created.
   */
  "connection.created.v2": ConnectionCreatedPayload;
  /**
   * Webhook for updates to an existing utility account connection v2
   *
   * A field of a connection changed.
   */
  "connection.updated.v2": ConnectionUpdatedPayload;
  /**
   * Webhook for connection status changes v2
   *
   * The status of a connection changed, or its credentials were checked.
   */
  "connection.validated.v2": ConnectionValidatedPayload;
  /**
   * Webhook for new document availability v2
   *
   * A bill, collected or uploaded, has been processed.
   */
  "document.created.v2": DocumentCreatedPayload;
  /**
   * Webhook for document update v2
   *
   * A document was processed again and its data changed.
   */
  "document.updated.v2": DocumentUpdatedPayload;
  /**
   * Webhook for document deletion v2
   *
   * A document was deleted.
   */
  "document.deleted.v2": DocumentDeletedPayload;
}
