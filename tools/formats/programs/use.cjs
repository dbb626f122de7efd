const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/** What `use` returns for packages that work. */
exports.expected = {
  ids: ["d11", "d12", "d21", "d22", "d31", "d32"],
  job: "PENDING",
  event: "connection.created.v2",
  handled: 204,
  nodeHandler: "function",
  converted: [],
  changes: 2,
  formats: "function",
  operations: 1,
  problems: [0, 1],
};

/** The errors that `catchErrors` returns, in its order. */
exports.errors = ["NotFoundError", "WebhookVerificationError", "OverlayError"];

const documentWith = (operationId) => ({ paths: { "/a": { get: { operationId, responses: { 204: {} } } } } });

/**
 * Uses every entry of our packages that has both formats, over the network where that matters.
 *
 * @param packages the entries by name, in either format
 * @param path of a file to upload
 */
exports.use = async (packages, baseUrl, path) => {
  const { v2_2 } = packages["api-v2.2"];
  const { verifyWebhook, createWebhookHandler } = packages.webhooks;
  const { createWebhookFixture, signTestWebhook } = packages["webhooks/testing"];

  const nectar = packages.client.createNectarClient(v2_2, { apiKey: "formats-key-1", baseUrl });
  const ids = [];
  for await (const { id } of nectar.documents.listByCompany("c")) ids.push(id);
  const { status: job } = await nectar.jobs.submit("c", { document: { path } });
  const signed = signTestWebhook(createWebhookFixture("connection.created.v2"), SECRET);
  const { type: event } = await verifyWebhook(signed.body, signed.headers, SECRET);
  const handler = createWebhookHandler({ secret: SECRET, on: { "connection.created.v2": () => undefined } });
  const { status: handled } = await handler(signed.request());
  const [row] = packages["migrate/runtime"].upgradeUsage([{ timeOfUse: null }], { from: "v2.0", to: "v2.2" }).rows;
  const { document } = packages["openapi/normalise"].normaliseDocument(documentWith("a"));
  const validate = packages["openapi/schema"].createSchemaValidator({ components: { schemas: {} } });
  return {
    ids,
    job,
    event,
    handled,
    nodeHandler: typeof packages["webhooks/node"].toNodeHandler(handler),
    converted: row.timeOfUseBreakdown,
    changes: packages["openapi/diff"].diffDocuments(document, documentWith("b")).length,
    formats: typeof packages["openapi/report"].formatReport,
    operations: packages["openapi/document"].readApi(document).operations.length,
    problems: ["2026-01-01", "no date"].map((date) => validate({ type: "string", format: "date" }, date).length),
  };
};

/** Returns one error of each package that has its own. */
exports.catchErrors = async (packages, baseUrl) => {
  const { v2_2 } = packages["api-v2.2"];
  const core = packages["client/core"].createCoreClient(v2_2, { apiKey: "formats-key-1", baseUrl });
  const { signTestWebhook, createWebhookFixture } = packages["webhooks/testing"];
  const { body, headers } = signTestWebhook(createWebhookFixture("connection.created.v2"), OTHER_SECRET);
  return Promise.all(
    [
      () => core.documents.retrieve("missing"),
      () => packages.webhooks.verifyWebhook(body, headers, SECRET),
      async () => packages["openapi/overlay"].parseOverlay({}),
    ].map((work) =>
      work().then(
        () => undefined,
        (error) => error,
      ),
    ),
  );
};
