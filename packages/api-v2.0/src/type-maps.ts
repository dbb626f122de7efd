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

/** Bodies of the documented errors, by resource method and status. */
export interface OperationErrors {
  readonly "accounts.bulkUpdate": schema.AccountsBulkUpdateErrors;
  readonly "accounts.update": schema.AccountsUpdateErrors;
  readonly "companies.list": schema.CompaniesListErrors;
  readonly "companies.create": schema.CompaniesCreateErrors;
  readonly "companies.retrieve": schema.CompaniesRetrieveErrors;
  readonly "companies.delete": schema.CompaniesDeleteErrors;
  readonly "companies.update": schema.CompaniesUpdateErrors;
  readonly "connections.listByCompany": schema.ConnectionsListByCompanyErrors;
  readonly "connections.create": schema.ConnectionsCreateErrors;
  readonly "connections.createMagicLink": schema.ConnectionsCreateMagicLinkErrors;
  readonly "connections.createPrefilledMagicLink": schema.ConnectionsCreatePrefilledMagicLinkErrors;
  readonly "connections.createEditMagicLink": schema.ConnectionsCreateEditMagicLinkErrors;
  readonly "connections.update": schema.ConnectionsUpdateErrors;
  readonly "connections.confirm": schema.ConnectionsConfirmErrors;
  readonly "connections.retrieve": schema.ConnectionsRetrieveErrors;
  readonly "datasources.search": schema.DatasourcesSearchErrors;
  readonly "documents.listByCompany": schema.DocumentsListByCompanyErrors;
  readonly "documents.listByConnection": schema.DocumentsListByConnectionErrors;
  readonly "documents.listBySite": schema.DocumentsListBySiteErrors;
  readonly "documents.retrieve": schema.DocumentsRetrieveErrors;
  readonly "documents.update": schema.DocumentsUpdateErrors;
  readonly "intervals.listByConnection": schema.IntervalsListByConnectionErrors;
  readonly "invitations.listByCompany": schema.InvitationsListByCompanyErrors;
  readonly "invitations.create": schema.InvitationsCreateErrors;
  readonly "invitations.createReconnect": schema.InvitationsCreateReconnectErrors;
  readonly "invitations.retrieve": schema.InvitationsRetrieveErrors;
  readonly "invitations.revoke": schema.InvitationsRevokeErrors;
  readonly "jobs.submit": schema.JobsSubmitErrors;
  readonly "jobs.submitBulk": schema.JobsSubmitBulkErrors;
  readonly "jobs.retrieve": schema.JobsRetrieveErrors;
  readonly "meters.listByCompany": schema.MetersListByCompanyErrors;
  readonly "meters.listByConnection": schema.MetersListByConnectionErrors;
  readonly "meters.listByDocument": schema.MetersListByDocumentErrors;
  readonly "meters.listBySite": schema.MetersListBySiteErrors;
  readonly "meters.retrieve": schema.MetersRetrieveErrors;
  readonly "meters.update": schema.MetersUpdateErrors;
  readonly "ping.retrieve": schema.PingRetrieveErrors;
  readonly "sites.listByCompany": schema.SitesListByCompanyErrors;
  readonly "sites.create": schema.SitesCreateErrors;
  readonly "sites.retrieve": schema.SitesRetrieveErrors;
  readonly "sites.delete": schema.SitesDeleteErrors;
  readonly "sites.update": schema.SitesUpdateErrors;
  readonly "team.retrieve": schema.TeamRetrieveErrors;
  readonly "team.update": schema.TeamUpdateErrors;
  readonly "usageData.listByCompany": schema.UsageDataListByCompanyErrors;
  readonly "usageData.listByConnection": schema.UsageDataListByConnectionErrors;
  readonly "usageData.listByDocument": schema.UsageDataListByDocumentErrors;
  readonly "usageData.listByMeter": schema.UsageDataListByMeterErrors;
  readonly "usageData.listBySite": schema.UsageDataListBySiteErrors;
  readonly "usageData.retrieve": schema.UsageDataRetrieveErrors;
  readonly "usageData.delete": schema.UsageDataDeleteErrors;
  readonly "usageData.update": schema.UsageDataUpdateErrors;
  readonly "webhookPortal.retrieve": schema.WebhookPortalRetrieveErrors;
}

/** Parameters, body and responses of every operation, by resource method. */
export interface Operations {
  readonly "accounts.bulkUpdate": operations["account_company_partial_update"];
  readonly "accounts.update": operations["account_partial_update"];
  readonly "companies.list": operations["company_list"];
  readonly "companies.create": operations["company_create"];
  readonly "companies.retrieve": operations["company_retrieve"];
  readonly "companies.delete": operations["company_destroy"];
  readonly "companies.update": operations["company_partial_update"];
  readonly "connections.listByCompany": operations["connection_company_retrieve"];
  readonly "connections.create": operations["connection_company_create"];
  readonly "connections.createMagicLink": operations["connection_company_link_retrieve"];
  readonly "connections.createPrefilledMagicLink": operations["connection_company_link_create"];
  readonly "connections.createEditMagicLink": operations["connection_retrieve"];
  readonly "connections.update": operations["connection_partial_update"];
  readonly "connections.confirm": operations["connection_confirm_create"];
  readonly "connections.retrieve": operations["connection_details_retrieve"];
  readonly "datasources.search": operations["datasource_retrieve"];
  readonly "documents.listByCompany": operations["document_company_retrieve"];
  readonly "documents.listByConnection": operations["document_connection_retrieve"];
  readonly "documents.listBySite": operations["document_site_retrieve"];
  readonly "documents.retrieve": operations["document_retrieve"];
  readonly "documents.update": operations["document_partial_update"];
  readonly "intervals.listByConnection": operations["interval_connection_retrieve"];
  readonly "invitations.listByCompany": operations["invitation_company_retrieve"];
  readonly "invitations.create": operations["invitation_company_create"];
  readonly "invitations.createReconnect": operations["invitation_connection_create"];
  readonly "invitations.retrieve": operations["invitation_retrieve"];
  readonly "invitations.revoke": operations["invitation_revoke_create"];
  readonly "jobs.submit": operations["job_company_create"];
  readonly "jobs.submitBulk": operations["job_company_bulk_create"];
  readonly "jobs.retrieve": operations["job_retrieve"];
  readonly "meters.listByCompany": operations["meter_company_retrieve"];
  readonly "meters.listByConnection": operations["meter_connection_retrieve"];
  readonly "meters.listByDocument": operations["meter_document_retrieve"];
  readonly "meters.listBySite": operations["meter_site_retrieve"];
  readonly "meters.retrieve": operations["meter_retrieve"];
  readonly "meters.update": operations["meter_partial_update"];
  readonly "ping.retrieve": operations["ping_retrieve"];
  readonly "sites.listByCompany": operations["site_company_list"];
  readonly "sites.create": operations["site_company_create"];
  readonly "sites.retrieve": operations["site_retrieve"];
  readonly "sites.delete": operations["site_destroy"];
  readonly "sites.update": operations["site_partial_update"];
  readonly "team.retrieve": operations["team_retrieve"];
  readonly "team.update": operations["team_partial_update"];
  readonly "usageData.listByCompany": operations["usage_company_retrieve"];
  readonly "usageData.listByConnection": operations["usage_connection_retrieve"];
  readonly "usageData.listByDocument": operations["usage_document_retrieve"];
  readonly "usageData.listByMeter": operations["usage_meter_retrieve"];
  readonly "usageData.listBySite": operations["usage_site_retrieve"];
  readonly "usageData.retrieve": operations["usage_retrieve"];
  readonly "usageData.delete": operations["usage_destroy"];
  readonly "usageData.update": operations["usage_partial_update"];
  readonly "webhookPortal.retrieve": operations["webhook_retrieve"];
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
  readonly operations: Operations;
  readonly paginated: PaginatedPaths;
  readonly errors: OperationErrors;
  readonly webhooks: WebhookEvents;
}
