import { packages as old } from "./commonjs.cjs";
import { packages as modern } from "./modules.mjs";
import { catchErrors, use } from "./use.cjs";

const [, , baseUrl, path] = process.argv;

/** Tells for each error whether the guards and classes of a copy recognise it, and whether other classes do not. */
function judge([api, webhook, overlay], { client, webhooks, "openapi/overlay": overlays }) {
  return [
    client.isNectarError(api) && client.isApiError(api, "documents.retrieve", 404),
    api instanceof client.NectarError && api instanceof client.NotFoundError,
    !(api instanceof client.ServerError) && !(webhook instanceof client.NectarError),
    webhooks.isWebhookVerificationError(webhook) && webhook instanceof webhooks.WebhookVerificationError,
    !(api instanceof webhooks.WebhookVerificationError),
    overlay instanceof overlays.OverlayError && !(webhook instanceof overlays.OverlayError),
  ];
}

const copies = [old, modern];
const judgements = [];
for (const thrower of copies) {
  const errors = await catchErrors(thrower, baseUrl);
  for (const copy of copies) judgements.push(judge(errors, copy));
}
// A version of one copy in a client of the other.
const mixed = { ...old, "api-v2.2": modern["api-v2.2"], "webhooks/testing": modern["webhooks/testing"] };
console.log(
  JSON.stringify({
    areTwo: old.client.NectarError !== modern.client.NectarError,
    judgements,
    used: await use(mixed, baseUrl, path),
  }),
);
