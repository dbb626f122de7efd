import { Webhook } from "standardwebhooks";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** The signing secret of an endpoint (`whsec_…`), or several while it is changed. */
export type WebhookSecrets = string | readonly string[] | undefined;

/** Signs as Svix and Standard Webhooks do: HMAC-SHA256 over `<id>.<timestamp>.<body>`, as `v1,<base64>`. */
export type Sign = (messageId: string, timestamp: number, body: string) => string;

/**
 * What signs with a secret. Its key is in the closure only, where neither `console.log` nor `JSON.stringify` finds it.
 *
 * @throws {WebhookVerificationError} `bad-secret`
 */
export function signerOf(secret: string | undefined): Sign {
  const webhook = webhookOf(secret);
  return (messageId, timestamp, body) => webhook.sign(messageId, new Date(timestamp * 1000), body);
}

/** One of {@link signerOf} for each secret. */
export function signersOf(secrets: WebhookSecrets): Sign[] {
  const signers = (typeof secrets === "object" ? secrets : [secrets]).map((secret) => signerOf(secret));
  if (signers.length === 0) throw new WebhookVerificationError("bad-secret", "the list of secrets is empty");
  return signers;
}

function webhookOf(secret: unknown): Webhook {
  if (typeof secret !== "string" || secret === "")
    throw new WebhookVerificationError(
      "bad-secret",
      "there is no signing secret: pass that of the endpoint, whsec_…, from the webhook portal; is its environment variable set?",
    );
  try {
    return new Webhook(secret);
  } catch {
    // What was thrown is not passed on, so that nothing of the secret can be.
    throw new WebhookVerificationError(
      "bad-secret",
      "the signing secret is not whsec_ and base64: copy it once more from the webhook portal, without blanks or quotes",
    );
  }
}

/** Whether one of the signatures is one that a signer makes. The time it takes says nothing about how close a forged one is. */
export function hasMatch(signatures: string, expected: readonly string[]): boolean {
  let matches = false;
  for (const signature of signatures.split(" ")) for (const own of expected) if (isSame(signature, own)) matches = true;
  return matches;
}

/** standardwebhooks compares in the same way, but only together with a clock that cannot be set. */
function isSame(given: string, own: string): boolean {
  if (given.length !== own.length) return false;
  let difference = 0;
  for (let index = 0; index < own.length; index += 1) difference |= given.charCodeAt(index) ^ own.charCodeAt(index);
  return difference === 0;
}
