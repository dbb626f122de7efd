import { v0_3 } from "@nectar-sdk/api-v0.3";
import type { WebhookEvents as WebhookEvents22 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import {
  createMemorySeenStore,
  createWebhookHandler,
  type EventData,
  isWebhookEvent,
  isWebhookVerificationError,
  type LegacyConnectionPayload,
  type NectarWebhookEvent,
  type SeenStore,
  verifyWebhook,
  type WebhookErrorCode,
  type WebhookEventOf,
  type WebhookEvents,
} from "@nectar-sdk/webhooks";
import { toNodeHandler } from "@nectar-sdk/webhooks/node";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";
import { type Equal, proven } from "./equal.js";

// The payloads equal the ones of the newest version.
proven<Equal<WebhookEvents, WebhookEvents22>>();

// Without changes a payload is the document's own type; with them it has the fields of the current state.
type Created = WebhookEvents["document.created.v2"];
type Connection = WebhookEvents["connection.created.v2"];
proven<Equal<EventData["document.created.v2"], Created>>();

const event: NectarWebhookEvent = await verifyWebhook("{}", new Headers(), ["whsec_a", "whsec_b"], {
  toleranceSeconds: 60,
});

// Every event has a delivery and a payload.
proven<Equal<typeof event.messageId, string>>();
proven<Equal<typeof event.timestamp, Date>>();
export const name: string = event.type;
export const id: unknown = event.data["id"];

// Narrow by kind, then by type.
switch (event.kind) {
  case "current":
    if (event.type === "document.created.v2") proven<Equal<typeof event.data, Created>>();
    if (event.type === "connection.updated.v2") {
      proven<Equal<NonNullable<typeof event.data.old>["status"], Partial<Connection>["status"]>>();
      proven<Equal<typeof event.data.status, Connection["status"]>>();
      const old: Partial<Connection> | undefined = event.data.old;
      const changed: readonly string[] | undefined = event.data.protectedChanges;
      console.log(old?.id);
      console.log(changed?.includes("status"));
    }
    if (event.type === "document.updated.v2") {
      const old: Partial<Created> | undefined = event.data.old;
      proven<Equal<NonNullable<typeof event.data.old>["totalCharges"], Partial<Created>["totalCharges"]>>();
      console.log(old?.id);
    }
    // @ts-expect-error unknown event
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

// Or with the guard.
if (isWebhookEvent(event, "document.created.v2")) {
  proven<Equal<typeof event, WebhookEventOf<"document.created.v2">>>();
  proven<Equal<typeof event.data.totalCharges, Created["totalCharges"]>>();
}
// @ts-expect-error unknown event
isWebhookEvent(event, "document.made.v2");

// A handler.
const handler = createWebhookHandler({
  secret: process_env().NECTAR_WEBHOOK_SECRET,
  on: {
    "document.created.v2": async ({ data, type }, { messageId, signal, waitUntil }) => {
      proven<Equal<typeof type, "document.created.v2">>();
      proven<Equal<typeof data, Created>>();
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
  seen: createMemorySeenStore({ size: 10 }),
});
createWebhookHandler({ secret: async () => ["whsec_a"] });
// @ts-expect-error a secret is missing
createWebhookHandler({});
// @ts-expect-error unknown event
createWebhookHandler({ secret: "", on: { "document.made.v2": () => {} } });
const forConnections = ({ data }: WebhookEventOf<"connection.created.v2">) => data.status;
// @ts-expect-error the event has another payload
createWebhookHandler({ secret: "", on: { "document.created.v2": forConnections } });

// A custom, asynchronous store.
const store: SeenStore = {
  claim: async (id) => (id === "" ? "new" : "done"),
  complete: async () => 1,
  release: async () => 1,
};
createWebhookHandler({ secret: "whsec_a", seen: store });

// Mounts: a fetch handler, a route of Next, a worker, and servers of Bun, Deno and Node.
export const fetchHandler: (request: Request) => Promise<Response> = handler;
interface NextRequest extends Request {
  readonly nextUrl: URL;
}
type NextRoute = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export const POST = handler;
export const route: NextRoute = POST;
// Next checks that the first parameter of a route accepts its request, and the second its context or nothing.
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
const fixture = createWebhookFixture("document.created.v2", { jobId: "j", totalCharges: "1.00" });
proven<Equal<typeof fixture.data, Created>>();
// @ts-expect-error wrong type of a field
createWebhookFixture("document.created.v2", { totalCharges: 1 });
const { request, body, headers } = signTestWebhook(fixture, "whsec_a", { family: "webhook" });
await handler(request());
await verifyWebhook(body, headers, "whsec_a");

// A poller of the client accepts any event.
createNectarClient(v0_3).jobs.poll("j").notify(event);

declare function process_env(): { NECTAR_WEBHOOK_SECRET?: string };
