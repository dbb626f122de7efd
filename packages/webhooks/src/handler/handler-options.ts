import type {
  NectarWebhookEvent,
  UnknownWebhookEvent,
  WebhookEventOf,
  WebhookEventType,
} from "../events/webhook-event.ts";
import type { WebhookSecrets } from "../verify/signature.ts";
import type { VerifyOptions } from "../verify/verify-webhook.ts";
import type { SeenStore } from "./seen-store.ts";

/** What a function knows of the delivery beside its event. */
export interface WebhookContext {
  /** The same each time the message is sent. */
  readonly messageId: string;
  /** When this attempt was signed. */
  readonly timestamp: Date;
  /** Aborts when the sender goes, as Svix does after 15 seconds, where the runtime tells. */
  readonly signal: AbortSignal;
  /**
   * For work that may take longer than the 15 seconds: it goes on after the answer. The event counts as handled as soon as the function
   * returns, so what fails here is told to `onError` and not sent again.
   */
  waitUntil(work: Promise<unknown>): void;
}

/** Handles an event. While it runs the sender waits, and when it throws the event is sent again. */
export type WebhookFunction<Event> = (event: Event, context: WebhookContext) => unknown;

/** What is known about an error. */
export interface WebhookErrorInfo {
  /** Status of the answer that the sender gets. */
  readonly status: number;
  /** The event; `undefined` where the delivery was refused before there was one. */
  readonly event: NectarWebhookEvent | undefined;
}

/** How deliveries are handled. */
export interface WebhookHandlerOptions extends VerifyOptions {
  /**
   * Signing secret of the endpoint, `whsec_…` from the webhook portal; several while it is changed. A function is asked at each delivery,
   * for where the environment is not there yet when the module is loaded.
   */
  readonly secret: WebhookSecrets | (() => WebhookSecrets | Promise<WebhookSecrets>);
  /** A function for each event that matters; the other known events are accepted and left alone. */
  readonly on?: { readonly [Type in WebhookEventType]?: WebhookFunction<WebhookEventOf<Type>> | undefined };
  /**
   * Called for events without a name, such as created and deleted documents, and for those that this package does not know.
   *
   * @default an error to `onError` and 500, so that the event is sent again and not lost
   */
  readonly onUnknown?: WebhookFunction<UnknownWebhookEvent> | undefined;
  /**
   * Told of whatever goes wrong: refused deliveries, functions that throw, a store that fails. What it throws itself is ignored.
   *
   * @default console.error for answers with 500, since nobody else would tell; nothing for refused deliveries
   */
  readonly onError?: ((error: unknown, info: WebhookErrorInfo) => unknown) | undefined;
  /**
   * Remembers what was handled.
   *
   * @default memorySeenStore()
   */
  readonly seen?: SeenStore | undefined;
}
