import { Webhook } from "standardwebhooks";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** The signing secret of an endpoint (`whsec_…`), or several while it is changed. */
export type WebhookSecrets = string | readonly string[] | undefined;

/** Signs as Svix and Standard Webhooks do: HMAC-SHA256 over `<id>.<seconds>.<body>`, as `v1,<base64>`. */
export type Sign = (messageId: string, timestamp: Date, body: string) => string;

/**
 * What Svix takes for a secret: at least 24 bytes. `undefined` and `changeme` are base64 as well, and a handler with such a secret would
 * refuse every delivery. A text that repeats itself is a placeholder.
 */
const SECRET = /^(?:whsec_)?(?!(.{1,32}?)\1+$)[A-Za-z\d+/]{32,}=*$/;

/**
 * What signs with each of the secrets. The keys are in closures only, where neither `console.log` nor `JSON.stringify` finds them.
 *
 * @throws {WebhookVerificationError} `bad-secret`
 */
export function signersOf(secrets: WebhookSecrets): Sign[] {
  const all = [secrets].flat();
  // No secret at all is as good as an empty one.
  return (all.length > 0 ? all : [""]).map((secret) => {
    try {
      const [key = ""] = SECRET.exec(secret ?? "") ?? [];
      const webhook = new Webhook(key);
      return (messageId, timestamp, body) => webhook.sign(messageId, timestamp, body);
    } catch {
      // What was thrown is not passed on, so that nothing of the secret can be.
      throw new WebhookVerificationError(
        "bad-secret",
        "not a signing secret: expected whsec_ and 32 or more base64 characters, from Nectar's webhook portal",
      );
    }
  });
}

/** Whether one of the signatures is one of those that are expected. */
export function hasMatch(signatures: string, expected: readonly string[]): boolean {
  return signatures.split(" ").some((signature) => expected.some((own) => isSame(signature, own)));
}

/**
 * Compares in a time that says nothing about how close a forged signature is. standardwebhooks does the same, but only together with
 * a clock that cannot be set.
 */
function isSame(given: string, own: string): boolean {
  let difference = given.length ^ own.length;
  for (let index = 0; index < own.length; index += 1) difference |= given.charCodeAt(index) ^ own.charCodeAt(index);
  return difference === 0;
}
