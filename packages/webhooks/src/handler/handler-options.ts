import type {
  NectarWebhookEvent,
  UnknownWebhookEvent,
  WebhookEventOf,
  WebhookEventType,
} from "../events/webhook-event.ts";
import type { WebhookSecrets } from "../verify/signature.ts";
import type { VerifyOptions } from "../verify/verify-webhook.ts";
import type { SeenStore } from "./seen-store.ts";

/** The delivery of an event. */
export interface WebhookContext {
  /** Id of the message, the same for every retry. */
  readonly messageId: string;
  /** Time at which this attempt was signed. */
  readonly timestamp: Date;
  /** Aborts when the sender disconnects, as Svix does after 15 seconds, if the runtime reports it. */
  readonly signal: AbortSignal;
  /**
   * Continues work after the response, for work that may take longer than 15 seconds. The event counts as handled when the function returns, so
   * Svix does not retry it after a failure here; `onError` receives the error.
   */
  waitUntil(work: Promise<unknown>): void;
}

/** Handles an event. The sender waits for it, and retries the delivery if it throws. */
export type WebhookFunction<Event> = (event: Event, context: WebhookContext) => unknown;

/** The delivery that failed. */
export interface WebhookErrorContext {
  /** Status of the response to the sender. */
  readonly status: number;
  /** The event; `undefined` if the delivery was invalid. */
  readonly event: NectarWebhookEvent | undefined;
}

/** Options of a handler. */
export interface WebhookHandlerOptions extends VerifyOptions {
  /**
   * Signing secret of the endpoint, `whsec_…` from the webhook portal; several during a rotation. A function is called at each delivery. Use
   * one if the environment is not available when the module loads.
   */
  readonly secret: WebhookSecrets | (() => WebhookSecrets | Promise<WebhookSecrets>);
  /** A function for each event that you need. Other known events are accepted and ignored. */
  readonly on?: { readonly [Type in WebhookEventType]?: WebhookFunction<WebhookEventOf<Type>> | undefined };
  /**
   * Called for events without a name, such as created and deleted documents, and for events that are new to this package.
   *
   * @default `onError` receives an error and the response is 500, so that Svix retries the event
   */
  readonly onUnknown?: WebhookFunction<UnknownWebhookEvent> | undefined;
  /**
   * Called for every error: invalid deliveries, functions that throw, a store that fails. Errors of this function are ignored.
   *
   * @default `console.error` for responses with 500, nothing for invalid deliveries
   */
  readonly onError?: ((error: unknown, info: WebhookErrorContext) => unknown) | undefined;
  /**
   * Remembers handled messages.
   *
   * @default createMemorySeenStore()
   */
  readonly seen?: SeenStore | undefined;
}
