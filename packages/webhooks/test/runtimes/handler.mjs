// The handler that every runtime serves, from the built package.
import { createWebhookHandler } from "@nectar-sdk/webhooks";

const handled = [];

const handleWebhook = createWebhookHandler({
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  on: {
    "document.created.v2": async ({ data }, { waitUntil }) => {
      handled.push(data.notes);
      waitUntil(Promise.resolve());
    },
  },
});

/** `GET /handled` lists the handled events; every other request is a delivery. */
export async function handler(request, platform) {
  return new URL(request.url).pathname === "/handled" ? Response.json(handled) : handleWebhook(request, platform);
}
