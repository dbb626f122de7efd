import { docComment, escapeTags } from "../docs/doc-comment.ts";
import type { Webhook } from "../model/api.ts";
import { propertyKey } from "./code.ts";

/** `export interface WebhookEvents { … }`: the payload of every event by the event's name. */
export function emitWebhookEvents(webhooks: readonly Webhook[]): string {
  const members = webhooks.map(
    ({ event, docs, type }) => `${docComment(escapeTags(docs), "  ")}  readonly ${propertyKey(event)}: ${type.text};\n`,
  );
  return `${docComment("Payload of every webhook event.")}export interface WebhookEvents {\n${members.join("")}}\n`;
}
