import fc from "fast-check";
import { expect, test } from "vitest";
import { signTestWebhook } from "../src/fixtures/sign-test-webhook.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import type { WebhookHeaders } from "../src/verify/webhook-headers.ts";
import { isWebhookVerificationError } from "../src/verify/webhook-verification-error.ts";
import { delivery, OTHER_SECRET, SECRET } from "./support/deliveries.ts";

const { body, headers } = delivery({ timestamp: new Date() });
const bytes = new TextEncoder().encode(body);
const SIGNED = ["svix-id", "svix-timestamp", "svix-signature"] as const;

/** `passed`, or the code of the error; any other exception is a crash. */
async function outcomeOf(
  given: string | Uint8Array,
  all: WebhookHeaders,
  secret: string | string[] = SECRET,
): Promise<string> {
  try {
    await verifyWebhook(given, all, secret);
    return "passed";
  } catch (error) {
    if (isWebhookVerificationError(error)) return error.code;
    throw error;
  }
}

async function refused(given: string | Uint8Array, all: WebhookHeaders = headers, secret: string | string[] = SECRET) {
  expect(await outcomeOf(given, all, secret)).not.toBe("passed");
}

const anyText = fc.string({ unit: "binary", maxLength: 200 });

test("a signed body passes", async () => {
  expect(await outcomeOf(body, headers)).toBe("passed");
});

test("a body with one bit changed does not pass", () =>
  fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      await refused(changed);
    }),
    { numRuns: 300 },
  ));

test("a truncated or extended body does not pass", () =>
  fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (length, more) => {
      await refused(bytes.slice(0, length));
      await refused(new Uint8Array([...bytes, ...more]));
    }),
  ));

test("a header with one character changed does not pass", () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SIGNED),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      async (name, at, character) => {
        const value = headers[name] ?? "";
        const index = at % value.length;
        fc.pre(value[index] !== character);
        await refused(body, { ...headers, [name]: value.slice(0, index) + character + value.slice(index + 1) });
      },
    ),
    { numRuns: 300 },
  ));

test("an id or a timestamp with an insertion does not pass", () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom("svix-id", "svix-timestamp"),
      fc.nat(),
      fc.string({ minLength: 1 }),
      async (name, at, more) => {
        const value = headers[name] ?? "";
        const index = at % (value.length + 1);
        for (const text of [more, "0", "."])
          await refused(body, { ...headers, [name]: value.slice(0, index) + text + value.slice(index) });
      },
    ),
  ));

test("a truncated header does not pass", () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...SIGNED), fc.nat(), async (name, at) => {
      const value = headers[name] ?? "";
      await refused(body, { ...headers, [name]: value.slice(0, at % value.length) });
    }),
  ));

test("random bytes, text and headers neither crash it nor pass", () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(anyText, fc.uint8Array({ maxLength: 200 }), fc.constant(body)),
      fc.record(
        {
          "svix-id": anyText,
          "svix-timestamp": fc.oneof(anyText, fc.constant(headers["svix-timestamp"] ?? "")),
          "svix-signature": anyText,
        },
        { requiredKeys: [] },
      ),
      (given, all) => refused(given, all),
    ),
    { numRuns: 500 },
  ));

test("no list of forged signatures passes", () => {
  const forged = fc.oneof(
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((mac) => `v1,${Buffer.from(mac).toString("base64")}`),
    anyText,
    fc.constantFrom("v1,", "v1", ",", "", "v1,undefined", "v2,x"),
  );
  return fc.assert(
    fc.asyncProperty(fc.array(forged, { maxLength: 8 }), (list) =>
      refused(body, { ...headers, "svix-signature": list.join(" ") }),
    ),
    { numRuns: 300 },
  );
});

test("another secret never passes, and no secret crashes it", () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(anyText, fc.base64String(), fc.constant(OTHER_SECRET)), async (secret) => {
      await refused(body, headers, secret);
      await refused(body, headers, [secret]);
    }),
    { numRuns: 300 },
  ));

test("any signed object arrives unchanged, with any of several secrets", () =>
  fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.string({ minLength: 1 }),
      fc.constantFrom("svix" as const, "webhook" as const),
      async (data, type, family) => {
        const signed = signTestWebhook({ type, data }, OTHER_SECRET, { family });
        const event = await verifyWebhook(signed.body, signed.headers, [SECRET, OTHER_SECRET]);
        expect(event.type).toBe(type);
        expect(event.messageId).toBe(signed.messageId);
        expect(event.data).toEqual(JSON.parse(signed.body));
      },
    ),
  ));
