// Generated from specs/v2.2/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import type {
  OperationDefinition,
} from "./contract.js";

/** Every operation by its id. */
export type OperationTable = {
  readonly account_company_partial_update: OperationDefinition;
  readonly account_partial_update: OperationDefinition;
  readonly company_list: OperationDefinition;
  readonly company_create: OperationDefinition;
  readonly company_retrieve: OperationDefinition;
  readonly company_destroy: OperationDefinition;
  readonly company_partial_update: OperationDefinition;
  readonly connection_company_retrieve: OperationDefinition;
  readonly connection_company_create: OperationDefinition;
  readonly connection_company_link_retrieve: OperationDefinition;
  readonly connection_company_link_create: OperationDefinition;
  readonly connection_retrieve: OperationDefinition;
  readonly connection_partial_update: OperationDefinition;
  readonly connection_confirm_create: OperationDefinition;
  readonly connection_details_retrieve: OperationDefinition;
  readonly datasource_retrieve: OperationDefinition;
  readonly document_retrieve: OperationDefinition;
  readonly document_partial_update: OperationDefinition;
  readonly document_company_retrieve: OperationDefinition;
  readonly document_connection_retrieve: OperationDefinition;
  readonly document_site_retrieve: OperationDefinition;
  readonly interval_connection_retrieve: OperationDefinition;
  readonly invitation_company_retrieve: OperationDefinition;
  readonly invitation_company_create: OperationDefinition;
  readonly invitation_connection_create: OperationDefinition;
  readonly invitation_retrieve: OperationDefinition;
  readonly invitation_revoke_create: OperationDefinition;
  readonly job_retrieve: OperationDefinition;
  readonly job_company_bulk_create: OperationDefinition;
  readonly job_company_create: OperationDefinition;
  readonly meter_retrieve: OperationDefinition;
  readonly meter_partial_update: OperationDefinition;
  readonly meter_company_retrieve: OperationDefinition;
  readonly meter_connection_retrieve: OperationDefinition;
  readonly meter_document_retrieve: OperationDefinition;
  readonly meter_site_retrieve: OperationDefinition;
  readonly ping_retrieve: OperationDefinition;
  readonly site_company_list: OperationDefinition;
  readonly site_company_create: OperationDefinition;
  readonly site_retrieve: OperationDefinition;
  readonly site_destroy: OperationDefinition;
  readonly site_partial_update: OperationDefinition;
  readonly team_retrieve: OperationDefinition;
  readonly team_partial_update: OperationDefinition;
  readonly usage_retrieve: OperationDefinition;
  readonly usage_destroy: OperationDefinition;
  readonly usage_partial_update: OperationDefinition;
  readonly usage_company_retrieve: OperationDefinition;
  readonly usage_connection_retrieve: OperationDefinition;
  readonly usage_document_retrieve: OperationDefinition;
  readonly usage_meter_retrieve: OperationDefinition;
  readonly usage_site_retrieve: OperationDefinition;
  readonly webhook_retrieve: OperationDefinition;
};

export const operationTable: OperationTable = {
  account_company_partial_update: { method: "PATCH", path: "/account/company/{company_id}", resource: "accounts", name: "bulkUpdate", retry: "unsafe", body: "json" },
  account_partial_update: { method: "PATCH", path: "/account/{account_id}", resource: "accounts", name: "update", retry: "unsafe", body: "json" },
  company_list: { method: "GET", path: "/company", resource: "companies", name: "list", retry: "read" },
  company_create: { method: "POST", path: "/company", resource: "companies", name: "create", retry: "unsafe", body: "json" },
  company_retrieve: { method: "GET", path: "/company/{company_id}", resource: "companies", name: "retrieve", retry: "read" },
  company_destroy: { method: "DELETE", path: "/company/{company_id}", resource: "companies", name: "delete", retry: "idempotent", answer: "none" },
  company_partial_update: { method: "PATCH", path: "/company/{company_id}", resource: "companies", name: "update", retry: "unsafe", body: "json" },
  connection_company_retrieve: { method: "GET", path: "/connection/company/{company_id}", resource: "connections", name: "listByCompany", retry: "read", query: true, page: { items: "connections", total: "totalConnections" } },
  connection_company_create: { method: "POST", path: "/connection/company/{company_id}", resource: "connections", name: "create", retry: "unsafe", body: "json" },
  connection_company_link_retrieve: { method: "GET", path: "/connection/company/{company_id}/link", resource: "connections", name: "createMagicLink", retry: "read" },
  connection_company_link_create: { method: "POST", path: "/connection/company/{company_id}/link", resource: "connections", name: "createPrefilledMagicLink", retry: "unsafe", body: "json" },
  connection_retrieve: { method: "GET", path: "/connection/{connection_id}", resource: "connections", name: "createEditMagicLink", retry: "read" },
  connection_partial_update: { method: "PATCH", path: "/connection/{connection_id}", resource: "connections", name: "update", retry: "unsafe", body: "json" },
  connection_confirm_create: { method: "POST", path: "/connection/{connection_id}/confirm", resource: "connections", name: "confirm", retry: "unsafe" },
  connection_details_retrieve: { method: "GET", path: "/connection/{connection_id}/details", resource: "connections", name: "retrieve", retry: "read" },
  datasource_retrieve: { method: "GET", path: "/datasource", resource: "datasources", name: "search", retry: "read", query: true, page: { items: "datasources", total: "totalDatasources" } },
  document_retrieve: { method: "GET", path: "/document/{document_id}", resource: "documents", name: "retrieve", retry: "read" },
  document_partial_update: { method: "PATCH", path: "/document/{document_id}", resource: "documents", name: "update", retry: "unsafe", body: "json" },
  document_company_retrieve: { method: "GET", path: "/document/company/{company_id}", resource: "documents", name: "listByCompany", retry: "read", query: true, page: { items: "documents", total: "totalDocuments" } },
  document_connection_retrieve: { method: "GET", path: "/document/connection/{connection_id}", resource: "documents", name: "listByConnection", retry: "read", query: true, page: { items: "documents", total: "totalDocuments" } },
  document_site_retrieve: { method: "GET", path: "/document/site/{site_id}", resource: "documents", name: "listBySite", retry: "read", query: true, page: { items: "documents", total: "totalDocuments" } },
  interval_connection_retrieve: { method: "GET", path: "/interval/connection/{connection_id}", resource: "intervals", name: "listByConnection", retry: "read", query: true, page: { items: "intervals", total: "totalIntervals" } },
  invitation_company_retrieve: { method: "GET", path: "/invitation/company/{company_id}", resource: "invitations", name: "listByCompany", retry: "read", query: true, page: { items: "invitations", total: "totalInvitations" } },
  invitation_company_create: { method: "POST", path: "/invitation/company/{company_id}", resource: "invitations", name: "create", retry: "unsafe", body: "json" },
  invitation_connection_create: { method: "POST", path: "/invitation/connection/{connection_id}", resource: "invitations", name: "createReconnect", retry: "unsafe", body: "json" },
  invitation_retrieve: { method: "GET", path: "/invitation/{invitation_id}", resource: "invitations", name: "retrieve", retry: "read" },
  invitation_revoke_create: { method: "POST", path: "/invitation/{invitation_id}/revoke", resource: "invitations", name: "revoke", retry: "unsafe" },
  job_retrieve: { method: "GET", path: "/job/{job_id}", resource: "jobs", name: "retrieve", retry: "read" },
  job_company_bulk_create: { method: "POST", path: "/job/company/{company_id}/bulk", resource: "jobs", name: "submitBulk", retry: "unsafe", body: "json" },
  job_company_create: { method: "POST", path: "/job/company/{company_id}", resource: "jobs", name: "submit", retry: "unsafe", body: "multipart" },
  meter_retrieve: { method: "GET", path: "/meter/{meter_id}", resource: "meters", name: "retrieve", retry: "read" },
  meter_partial_update: { method: "PATCH", path: "/meter/{meter_id}", resource: "meters", name: "update", retry: "unsafe", body: "json" },
  meter_company_retrieve: { method: "GET", path: "/meter/company/{company_id}", resource: "meters", name: "listByCompany", retry: "read", query: true, page: { items: "meters", total: "totalMeters" } },
  meter_connection_retrieve: { method: "GET", path: "/meter/connection/{connection_id}", resource: "meters", name: "listByConnection", retry: "read", query: true, page: { items: "meters", total: "totalMeters" } },
  meter_document_retrieve: { method: "GET", path: "/meter/document/{document_id}", resource: "meters", name: "listByDocument", retry: "read", query: true, page: { items: "meters", total: "totalMeters" } },
  meter_site_retrieve: { method: "GET", path: "/meter/site/{site_id}", resource: "meters", name: "listBySite", retry: "read", query: true, page: { items: "meters", total: "totalMeters" } },
  ping_retrieve: { method: "GET", path: "/ping", resource: "ping", name: "retrieve", retry: "read" },
  site_company_list: { method: "GET", path: "/site/company/{company_id}", resource: "sites", name: "listByCompany", retry: "read" },
  site_company_create: { method: "POST", path: "/site/company/{company_id}", resource: "sites", name: "create", retry: "unsafe", body: "json" },
  site_retrieve: { method: "GET", path: "/site/{site_id}", resource: "sites", name: "retrieve", retry: "read" },
  site_destroy: { method: "DELETE", path: "/site/{site_id}", resource: "sites", name: "delete", retry: "idempotent", answer: "none" },
  site_partial_update: { method: "PATCH", path: "/site/{site_id}", resource: "sites", name: "update", retry: "unsafe", body: "json" },
  team_retrieve: { method: "GET", path: "/team", resource: "team", name: "retrieve", retry: "read" },
  team_partial_update: { method: "PATCH", path: "/team", resource: "team", name: "update", retry: "unsafe", body: "json" },
  usage_retrieve: { method: "GET", path: "/usage/{usage_data_id}", resource: "usageData", name: "retrieve", retry: "read" },
  usage_destroy: { method: "DELETE", path: "/usage/{usage_data_id}", resource: "usageData", name: "delete", retry: "idempotent", answer: "none" },
  usage_partial_update: { method: "PATCH", path: "/usage/{usage_data_id}", resource: "usageData", name: "update", retry: "unsafe", body: "json" },
  usage_company_retrieve: { method: "GET", path: "/usage/company/{company_id}", resource: "usageData", name: "listByCompany", retry: "read", query: true, page: { items: "usageData", total: "totalUsageData" } },
  usage_connection_retrieve: { method: "GET", path: "/usage/connection/{connection_id}", resource: "usageData", name: "listByConnection", retry: "read", query: true, page: { items: "usageData", total: "totalUsageData" } },
  usage_document_retrieve: { method: "GET", path: "/usage/document/{document_id}", resource: "usageData", name: "listByDocument", retry: "read", query: true, page: { items: "usageData", total: "totalUsageData" } },
  usage_meter_retrieve: { method: "GET", path: "/usage/meter/{meter_id}", resource: "usageData", name: "listByMeter", retry: "read", query: true, page: { items: "usageData", total: "totalUsageData" } },
  usage_site_retrieve: { method: "GET", path: "/usage/site/{site_id}", resource: "usageData", name: "listBySite", retry: "read", query: true, page: { items: "usageData", total: "totalUsageData" } },
  webhook_retrieve: { method: "GET", path: "/webhook", resource: "webhookPortal", name: "retrieve", retry: "read" },
};
