// Generated from specs/v2.0/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { Resources } from "./resources.js";
import type * as schema from "./schema.js";
import type {
  Connection,
  ConnectionCreatedPayload,
  ConnectionPage,
  ConnectionUpdatedPayload,
  ConnectionValidatedPayload,
  Datasource,
  DatasourcePage,
  Document,
  DocumentCreatedPayload,
  DocumentDeletedPayload,
  DocumentPage,
  DocumentUpdatedPayload,
  Interval,
  IntervalPage,
  Invitation,
  InvitationPage,
  Meter,
  MeterPage,
  UsageData,
  UsageDataPage,
  operations,
  paths,
} from "./schema.js";

/** Item and page of every paginated path. */
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
  readonly account_company_partial_update: schema.AccountsBulkUpdateErrors;
  readonly account_partial_update: schema.AccountsUpdateErrors;
  readonly company_list: schema.CompaniesListErrors;
  readonly company_create: schema.CompaniesCreateErrors;
  readonly company_retrieve: schema.CompaniesRetrieveErrors;
  readonly company_destroy: schema.CompaniesDeleteErrors;
  readonly company_partial_update: schema.CompaniesUpdateErrors;
  readonly connection_company_retrieve: schema.ConnectionsListByCompanyErrors;
  readonly connection_company_create: schema.ConnectionsCreateErrors;
  readonly connection_company_link_retrieve: schema.ConnectionsCreateMagicLinkErrors;
  readonly connection_company_link_create: schema.ConnectionsCreatePrefilledMagicLinkErrors;
  readonly connection_retrieve: schema.ConnectionsCreateEditMagicLinkErrors;
  readonly connection_partial_update: schema.ConnectionsUpdateErrors;
  readonly connection_confirm_create: schema.ConnectionsConfirmErrors;
  readonly connection_details_retrieve: schema.ConnectionsRetrieveErrors;
  readonly datasource_retrieve: schema.DatasourcesSearchErrors;
  readonly document_company_retrieve: schema.DocumentsListByCompanyErrors;
  readonly document_connection_retrieve: schema.DocumentsListByConnectionErrors;
  readonly document_site_retrieve: schema.DocumentsListBySiteErrors;
  readonly document_retrieve: schema.DocumentsRetrieveErrors;
  readonly document_partial_update: schema.DocumentsUpdateErrors;
  readonly interval_connection_retrieve: schema.IntervalsListByConnectionErrors;
  readonly invitation_company_retrieve: schema.InvitationsListByCompanyErrors;
  readonly invitation_company_create: schema.InvitationsCreateErrors;
  readonly invitation_connection_create: schema.InvitationsCreateReconnectErrors;
  readonly invitation_retrieve: schema.InvitationsRetrieveErrors;
  readonly invitation_revoke_create: schema.InvitationsRevokeErrors;
  readonly job_company_create: schema.JobsSubmitErrors;
  readonly job_company_bulk_create: schema.JobsSubmitBulkErrors;
  readonly job_retrieve: schema.JobsRetrieveErrors;
  readonly meter_company_retrieve: schema.MetersListByCompanyErrors;
  readonly meter_connection_retrieve: schema.MetersListByConnectionErrors;
  readonly meter_document_retrieve: schema.MetersListByDocumentErrors;
  readonly meter_site_retrieve: schema.MetersListBySiteErrors;
  readonly meter_retrieve: schema.MetersRetrieveErrors;
  readonly meter_partial_update: schema.MetersUpdateErrors;
  readonly ping_retrieve: schema.PingRetrieveErrors;
  readonly site_company_list: schema.SitesListByCompanyErrors;
  readonly site_company_create: schema.SitesCreateErrors;
  readonly site_retrieve: schema.SitesRetrieveErrors;
  readonly site_destroy: schema.SitesDeleteErrors;
  readonly site_partial_update: schema.SitesUpdateErrors;
  readonly team_retrieve: schema.TeamRetrieveErrors;
  readonly team_partial_update: schema.TeamUpdateErrors;
  readonly usage_company_retrieve: schema.UsageDataListByCompanyErrors;
  readonly usage_connection_retrieve: schema.UsageDataListByConnectionErrors;
  readonly usage_document_retrieve: schema.UsageDataListByDocumentErrors;
  readonly usage_meter_retrieve: schema.UsageDataListByMeterErrors;
  readonly usage_site_retrieve: schema.UsageDataListBySiteErrors;
  readonly usage_retrieve: schema.UsageDataRetrieveErrors;
  readonly usage_destroy: schema.UsageDataDeleteErrors;
  readonly usage_partial_update: schema.UsageDataUpdateErrors;
  readonly webhook_retrieve: schema.WebhookPortalRetrieveErrors;
}

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

/** All types of this API version, as its value carries them. */
export interface ApiTypes {
  readonly resources: Resources;
  readonly paths: paths;
  readonly operations: operations;
  readonly paginated: PaginatedPaths;
  readonly errors: OperationErrors;
  readonly webhooks: WebhookEvents;
}
