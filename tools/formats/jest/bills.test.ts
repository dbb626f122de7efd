import { type Document, v2_2 } from "@nectar-sdk/api-v2.2";
import type { paths } from "@nectar-sdk/api-v2.2/schema";
import { createNectarClient, isApiError, NotFoundError } from "@nectar-sdk/client";
import { createCoreClient } from "@nectar-sdk/client/core";
import { upgradeUsage } from "@nectar-sdk/migrate/runtime";
import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { parseOverlay } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator } from "@nectar-sdk/openapi/schema";
import { verifyWebhook, WebhookVerificationError } from "@nectar-sdk/webhooks";
import { toNodeHandler } from "@nectar-sdk/webhooks/node";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const companies: keyof paths = "/company";
const options = { apiKey: "formats-key-1", baseUrl: process.env["SERVER"] ?? "" };

test("lists documents over pages", async () => {
  const found: Document[] = [];
  for await (const document of createNectarClient(v2_2, options).documents.listByCompany("c")) found.push(document);
  expect(Object.values(v2_2.operations).map(({ path }) => path)).toContain(companies);
  expect(found.map(({ id }) => id)).toEqual(["d11", "d12", "d21", "d22", "d31", "d32"]);
});

test("uploads a file by its path", async () => {
  const { status } = await createNectarClient(v2_2, options).jobs.submit("c", {
    document: { path: process.env["BILL"] ?? "" },
  });
  expect(status).toBe("PENDING");
});

test("catches errors of the core", async () => {
  const error: unknown = await createCoreClient(v2_2, options)
    .documents.retrieve("missing")
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(isApiError(error, "documents.retrieve", 404)).toBe(true);
});

test("verifies webhooks", async () => {
  const { body, headers } = signTestWebhook(createWebhookFixture("connection.created.v2"), SECRET);
  expect((await verifyWebhook(body, headers, SECRET)).type).toBe("connection.created.v2");
  await expect(verifyWebhook(`${body} `, headers, SECRET)).rejects.toThrow(WebhookVerificationError);
  expect(typeof toNodeHandler(async () => new Response())).toBe("function");
});

test("converts rows and compares documents", () => {
  expect(upgradeUsage([{ timeOfUse: null }], { from: "v2.0", to: "v2.2" }).rows).toEqual([{ timeOfUseBreakdown: [] }]);
  expect(diffDocuments({}, {})).toEqual([]);
  expect(createSchemaValidator({})({ type: "string", format: "date" }, "no date")).toHaveLength(1);
  expect(() => parseOverlay({})).toThrow("overlay");
});
