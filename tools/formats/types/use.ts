import { type ApiTypes, type Document, v2_2 } from "@nectar-sdk/api-v2.2";
import type { components } from "@nectar-sdk/api-v2.2/schema";
import { createNectarClient, isApiError, type NectarClient, NectarError, NotFoundError } from "@nectar-sdk/client";
import { createCoreClient } from "@nectar-sdk/client/core";
import { upgradeUsage } from "@nectar-sdk/migrate/runtime";
import { type Change, diffDocuments } from "@nectar-sdk/openapi/diff";
import { type ApiDescription, readApi } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import { OverlayError, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { type DiffReport, formatReport } from "@nectar-sdk/openapi/report";
import { createSchemaValidator } from "@nectar-sdk/openapi/schema";
import { createWebhookHandler, verifyWebhook, WebhookVerificationError } from "@nectar-sdk/webhooks";
import { type NodeHandler, toNodeHandler } from "@nectar-sdk/webhooks/node";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";

const nectar: NectarClient<ApiTypes> = createNectarClient(v2_2, { apiKey: "key" });

export async function listBills(): Promise<Document[]> {
  // @ts-expect-error: with types, the id of a company is a string
  nectar.documents.listByCompany(1);
  return nectar.documents.listByCompany("c").toArray();
}

export async function readOr(id: string): Promise<Document | undefined> {
  try {
    return await createCoreClient(v2_2).documents.retrieve(id);
  } catch (error) {
    // @ts-expect-error: what was caught has no type yet
    console.log(error.status);
    if (error instanceof NotFoundError) return void error.status.toFixed();
    if (error instanceof NectarError && isApiError(error)) return void error.requestId?.trim();
    throw error;
  }
}

export async function check(body: string, headers: Record<string, string>): Promise<string | undefined> {
  try {
    return (await verifyWebhook(body, headers, "whsec_")).type;
  } catch (error) {
    // @ts-expect-error: the codes of errors are known
    if (error instanceof WebhookVerificationError && error.code === "else") return;
    return undefined;
  }
}

export const handler: NodeHandler = toNodeHandler(createWebhookHandler({ secret: "whsec_", on: {} }));
export const signed: string = signTestWebhook(createWebhookFixture("connection.created.v2"), "whsec_").body;
export const rows: readonly unknown[] = upgradeUsage([{}], { from: "v2.0", to: "v2.2" }).rows;
export const changes: readonly Change[] = diffDocuments({}, {});
export const api: ApiDescription = readApi(normaliseDocument({}).document);
export const lines = (report: DiffReport): readonly string[] => formatReport(report, "github");
export const problems: number = createSchemaValidator({})(true, 1).length;
export const read = (value: unknown): string =>
  parseOverlay(value)
    .actions.map(({ target }) => target)
    .join();
export const isOverlayError = (error: unknown): boolean => error instanceof OverlayError;
export type Schemas = components["schemas"];
