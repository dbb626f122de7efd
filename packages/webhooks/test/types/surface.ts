import type { WebhookEvents as WebhookEvents20 } from "@nectar-sdk/api-v2.0";
import type { WebhookEvents as WebhookEvents21 } from "@nectar-sdk/api-v2.1";
import { v2_2, type WebhookEvents as WebhookEvents22 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import {
  type ConnectionCreatedPayload,
  createWebhookHandler,
  type DocumentCreatedPayload,
  isWebhookEvent,
  isWebhookVerificationError,
  type LegacyConnectionPayload,
  memorySeenStore,
  type NectarWebhookEvent,
  type SeenStore,
  verifyWebhook,
  type WebhookErrorCode,
  type WebhookEventOf,
  type WebhookEvents,
} from "@nectar-sdk/webhooks";
import { toNodeHandler } from "@nectar-sdk/webhooks/node";
import { signTestWebhook, webhookFixture } from "@nectar-sdk/webhooks/testing";
import { type Equal, proven } from "./equal.js";

// The payloads are those of every version.
proven<Equal<WebhookEvents, WebhookEvents20>>();
proven<Equal<WebhookEvents, WebhookEvents21>>();
proven<Equal<WebhookEvents, WebhookEvents22>>();

const event: NectarWebhookEvent = await verifyWebhook("{}", new Headers(), ["whsec_a", "whsec_b"], {
  toleranceSeconds: 60,
});

// Of whatever event, there is the delivery and the payload.
proven<Equal<typeof event.messageId, string>>();
proven<Equal<typeof event.timestamp, Date>>();
export const name: string = event.type;
export const id: unknown = event.data["id"];

// By kind, then by type.
switch (event.kind) {
  case "current":
    if (event.type === "document.created.v2") proven<Equal<typeof event.data, DocumentCreatedPayload>>();
    if (event.type === "connection.updated.v2") {
      proven<Equal<typeof event.data.old, Partial<ConnectionCreatedPayload> | undefined>>();
      proven<Equal<NonNullable<typeof event.data.old>["status"], string | undefined>>();
      const changed: readonly string[] | undefined = event.data.protectedChanges;
      console.log(changed?.includes("status"));
    }
    if (event.type === "document.updated.v2") {
      proven<Equal<typeof event.data.old, Partial<DocumentCreatedPayload> | undefined>>();
    }
    // @ts-expect-error there is no such event
    if (event.type === "document.created.v9") break;
    break;
  case "legacy":
    if (event.type === "connection.created") proven<Equal<typeof event.data, LegacyConnectionPayload>>();
    break;
  case "unknown":
    proven<Equal<typeof event.data, Readonly<Record<string, unknown>>>>();
    proven<Equal<typeof event.type, string & {}>>();
    if (event.type === "meter.created.v3") console.log(event.data["meter"]);
}

// Or by the guard alone.
if (isWebhookEvent(event, "document.created.v2")) {
  proven<Equal<typeof event, WebhookEventOf<"document.created.v2">>>();
  proven<Equal<typeof event.data.totalCharges, string | undefined>>();
}
// @ts-expect-error there is no such event
isWebhookEvent(event, "document.made.v2");

// A handler.
const handler = createWebhookHandler({
  secret: process_env().NECTAR_WEBHOOK_SECRET,
  on: {
    "document.created.v2": async ({ data, type }, { messageId, signal, waitUntil }) => {
      proven<Equal<typeof type, "document.created.v2">>();
      proven<Equal<typeof data, DocumentCreatedPayload>>();
      waitUntil(Promise.resolve(messageId));
      signal.throwIfAborted();
    },
    "connection.created": ({ data }) => data.company?.name,
    "document.deleted.v2": undefined,
  },
  onUnknown: ({ type, data }) => console.log(type, data),
  onError: (error, { status, event: failed }) => {
    if (isWebhookVerificationError(error)) proven<Equal<typeof error.code, WebhookErrorCode>>();
    console.error(status, failed?.messageId);
  },
  seen: memorySeenStore({ size: 10 }),
});
createWebhookHandler({ secret: async () => ["whsec_a"] });
// @ts-expect-error a secret is missing
createWebhookHandler({});
// @ts-expect-error there is no such event
createWebhookHandler({ secret: "", on: { "document.made.v2": () => {} } });
const forConnections = ({ data }: WebhookEventOf<"connection.created.v2">) => data.status;
// @ts-expect-error the event has another payload
createWebhookHandler({ secret: "", on: { "document.created.v2": forConnections } });

// A store of one's own, asynchronous.
const store: SeenStore = {
  claim: async (id) => (id === "" ? "new" : "done"),
  complete: async () => 1,
  release: async () => 1,
};
createWebhookHandler({ secret: "whsec_a", seen: store });

// Where it mounts: a Fetch handler, a route of Next, a worker, a server of Bun, of Deno, of Node.
export const fetchHandler: (request: Request) => Promise<Response> = handler;
interface NextRequest extends Request {
  readonly nextUrl: URL;
}
type NextRoute = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export const POST = handler;
export const route: NextRoute = POST;
// What Next checks of a route: the first parameter takes its request, the second its context, or is none of its business.
type Second<Handler> = Handler extends (request: never, context: infer Context) => unknown ? Context : never;
proven<Equal<Second<typeof POST>, unknown>>();
export const worker: {
  fetch(request: Request, env: object, context: { waitUntil(work: Promise<unknown>): void }): Promise<Response>;
} = {
  fetch: (request, _env, context) => handler(request, context),
};
export const server: { fetch(request: Request, server: { upgrade(): boolean }): Promise<Response> } = {
  fetch: handler,
};
export const serve: (request: Request, info: { remoteAddr: object }) => Response | Promise<Response> = handler;
toNodeHandler(handler);

// The test kit.
const fixture = webhookFixture("document.created.v2", { jobId: "j", totalCharges: "1.00" });
proven<Equal<typeof fixture.data, DocumentCreatedPayload>>();
// @ts-expect-error no such type of a field
webhookFixture("document.created.v2", { totalCharges: 1 });
const { request, body, headers } = signTestWebhook(fixture, "whsec_a", { family: "webhook" });
await handler(request());
await verifyWebhook(body, headers, "whsec_a");

// A poller of the client takes any event.
createNectarClient(v2_2).jobs.poll("j").notify(event);

declare function process_env(): { NECTAR_WEBHOOK_SECRET?: string };
