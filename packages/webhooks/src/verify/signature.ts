import { Webhook } from "standardwebhooks";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** The signing secret of an endpoint (`whsec_…`), or several during a rotation. */
export type WebhookSecrets = string | readonly string[] | undefined;

/** Signs like Svix and Standard Webhooks: HMAC-SHA256 over `<id>.<seconds>.<body>`, as `v1,<base64>`. */
export type Sign = (messageId: string, timestamp: Date, body: string) => string;

/**
 * A secret that Svix accepts: at least 24 bytes. The pattern rejects `undefined` and `changeme`, which are valid base64, and repetitive text,
 * which is a placeholder.
 */
const SECRET = /^(?:whsec_)?(?!(.{1,32}?)\1+$)[A-Za-z\d+/]{32,}=*$/;

/**
 * Creates one signing function per secret. The keys live in closures, where `console.log` and `JSON.stringify` cannot find them.
 *
 * @throws {WebhookVerificationError} `bad-secret`
 */
export function createSigners(secrets: WebhookSecrets): Sign[] {
  const all = [secrets].flat();
  // An empty list is as invalid as an empty secret.
  return (all.length > 0 ? all : [""]).map((secret) => {
    try {
      const [key = ""] = SECRET.exec(secret ?? "") ?? [];
      const webhook = new Webhook(key);
      return (messageId, timestamp, body) => webhook.sign(messageId, timestamp, body);
    } catch {
      // The original error may contain the secret.
      throw new WebhookVerificationError(
        "bad-secret",
        "not a signing secret: expected whsec_ and 32 or more base64 characters, from Nectar's webhook portal",
      );
    }
  });
}

/** Whether any of the signatures is an expected one. */
export function hasMatch(signatures: string, expected: readonly string[]): boolean {
  return signatures.split(" ").some((signature) => expected.some((own) => isSame(signature, own)));
}

/** Compares in constant time. standardwebhooks does too, but it does not allow to set the clock. */
function isSame(given: string, own: string): boolean {
  let difference = given.length ^ own.length;
  for (let index = 0; index < own.length; index += 1) difference |= given.charCodeAt(index) ^ own.charCodeAt(index);
  return difference === 0;
}
