// Generated from specs/v2.1/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import type {
  Resources,
} from "./resources.js";
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
  operations,
  paths,
} from "./schema.js";

/** Item and page of every path that answers in pages. */
export interface PaginatedPaths {
  readonly "/connection/company/{company_id}": { readonly item: Connection; readonly page: ConnectionPage };
  readonly "/datasource": { readonly item: Datasource; readonly page: DatasourcePage };
  readonly "/document/company/{company_id}": { readonly item: Document; readonly page: DocumentPage };
  readonly "/document/connection/{connection_id}": { readonly item: Document; readonly page: DocumentPage };
  readonly "/document/site/{site_id}": { readonly item: Document; readonly page: DocumentPage };
  readonly "/interval/connection/{connection_id}": { readonly item: Interval; readonly page: IntervalPage };
  readonly "/invitation/company/{company_id}": { readonly item: Invitation; readonly page: InvitationPage };
  readonly "/meter/company/{company_id}": { readonly item: Meter; readonly page: MeterPage };
  readonly "/meter/connection/{connection_id}": { readonly item: Meter; readonly page: MeterPage };
  readonly "/meter/document/{document_id}": { readonly item: Meter; readonly page: MeterPage };
  readonly "/meter/site/{site_id}": { readonly item: Meter; readonly page: MeterPage };
  readonly "/usage/company/{company_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  readonly "/usage/connection/{connection_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  readonly "/usage/document/{document_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  readonly "/usage/meter/{meter_id}": { readonly item: UsageData; readonly page: UsageDataPage };
  readonly "/usage/site/{site_id}": { readonly item: UsageData; readonly page: UsageDataPage };
}

/** Bodies of the documented errors, by operation id and status. */
export interface OperationErrors {
  readonly account_company_partial_update: AccountsBulkUpdateErrors;
  readonly account_partial_update: AccountsUpdateErrors;
  readonly company_list: CompaniesListErrors;
  readonly company_create: CompaniesCreateErrors;
  readonly company_retrieve: CompaniesRetrieveErrors;
  readonly company_destroy: CompaniesDeleteErrors;
  readonly company_partial_update: CompaniesUpdateErrors;
  readonly connection_company_retrieve: ConnectionsListByCompanyErrors;
  readonly connection_company_create: ConnectionsCreateErrors;
  readonly connection_company_link_retrieve: ConnectionsCreateMagicLinkErrors;
  readonly connection_company_link_create: ConnectionsCreatePrefilledMagicLinkErrors;
  readonly connection_retrieve: ConnectionsCreateEditMagicLinkErrors;
  readonly connection_partial_update: ConnectionsUpdateErrors;
  readonly connection_confirm_create: ConnectionsConfirmErrors;
  readonly connection_details_retrieve: ConnectionsRetrieveErrors;
  readonly datasource_retrieve: DatasourcesSearchErrors;
  readonly document_retrieve: DocumentsRetrieveErrors;
  readonly document_partial_update: DocumentsUpdateErrors;
  readonly document_company_retrieve: DocumentsListByCompanyErrors;
  readonly document_connection_retrieve: DocumentsListByConnectionErrors;
  readonly document_site_retrieve: DocumentsListBySiteErrors;
  readonly interval_connection_retrieve: IntervalsListByConnectionErrors;
  readonly invitation_company_retrieve: InvitationsListByCompanyErrors;
  readonly invitation_company_create: InvitationsCreateErrors;
  readonly invitation_connection_create: InvitationsCreateReconnectErrors;
  readonly invitation_retrieve: InvitationsRetrieveErrors;
  readonly invitation_revoke_create: InvitationsRevokeErrors;
  readonly job_retrieve: JobsRetrieveErrors;
  readonly job_company_bulk_create: JobsSubmitBulkErrors;
  readonly job_company_create: JobsSubmitErrors;
  readonly meter_retrieve: MetersRetrieveErrors;
  readonly meter_partial_update: MetersUpdateErrors;
  readonly meter_company_retrieve: MetersListByCompanyErrors;
  readonly meter_connection_retrieve: MetersListByConnectionErrors;
  readonly meter_document_retrieve: MetersListByDocumentErrors;
  readonly meter_site_retrieve: MetersListBySiteErrors;
  readonly ping_retrieve: PingRetrieveErrors;
  readonly site_company_list: SitesListByCompanyErrors;
  readonly site_company_create: SitesCreateErrors;
  readonly site_retrieve: SitesRetrieveErrors;
  readonly site_destroy: SitesDeleteErrors;
  readonly site_partial_update: SitesUpdateErrors;
  readonly team_retrieve: TeamRetrieveErrors;
  readonly team_partial_update: TeamUpdateErrors;
  readonly usage_retrieve: UsageDataRetrieveErrors;
  readonly usage_destroy: UsageDataDeleteErrors;
  readonly usage_partial_update: UsageDataUpdateErrors;
  readonly usage_company_retrieve: UsageDataListByCompanyErrors;
  readonly usage_connection_retrieve: UsageDataListByConnectionErrors;
  readonly usage_document_retrieve: UsageDataListByDocumentErrors;
  readonly usage_meter_retrieve: UsageDataListByMeterErrors;
  readonly usage_site_retrieve: UsageDataListBySiteErrors;
  readonly webhook_retrieve: WebhookPortalRetrieveErrors;
}

/** Payload of every webhook event. */
export interface WebhookEvents {
  /**
   * Webhook for utility account connection creation v2
   *
   * A connection was created.
   */
  readonly "connection.created.v2": ConnectionCreatedPayload;
  /**
   * Webhook for updates to an existing utility account connection v2
   *
   * A field of a connection changed.
   */
  readonly "connection.updated.v2": ConnectionUpdatedPayload;
  /**
   * Webhook for connection status changes v2
   *
   * The status of a connection changed, or its credentials were checked.
   */
  readonly "connection.validated.v2": ConnectionValidatedPayload;
  /**
   * Webhook for new document availability v2
   *
   * A bill, collected or uploaded, has been processed.
   */
  readonly "document.created.v2": DocumentCreatedPayload;
  /**
   * Webhook for document update v2
   *
   * A document was processed again and its data changed.
   */
  readonly "document.updated.v2": DocumentUpdatedPayload;
  /**
   * Webhook for document deletion v2
   *
   * A document was deleted.
   */
  readonly "document.deleted.v2": DocumentDeletedPayload;
}

/** All types of this API version, as its value carries them. */
export interface ApiTypes {
  readonly resources: Resources;
  readonly paths: paths;
  readonly operations: operations;
  readonly paginated: PaginatedPaths;
  readonly errors: OperationErrors;
  readonly webhooks: WebhookEvents;
}
