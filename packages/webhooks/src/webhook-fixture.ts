import { payloadExamples } from "./generated/examples.ts";
import type { WebhookEvents } from "./generated/payloads.ts";
import type { EventData } from "./webhook-event.ts";

/**
 * An event as it may arrive, with a realistic payload, for `signTestWebhook` or to call a function of your own with. Each call makes a new one.
 *
 * @param changes fields of the payload that are to be different
 */
export function webhookFixture<Type extends keyof WebhookEvents>(
  type: Type,
  changes?: Partial<EventData[Type]>,
): { readonly type: Type; readonly data: EventData[Type] } {
  const [example] = payloadExamples[type];
  return { type, data: { ...structuredClone<EventData[Type]>(example), ...changes } };
}
