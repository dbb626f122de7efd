import { Readable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createSigners } from "../src/verify/signature.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import { delivery, expectRefusal, findRefusal, OTHER_SECRET, SECRET } from "./support/deliveries.ts";

/** Published by Standard Webhooks, and by Svix for its own scheme. */
const VECTOR = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: "1614265330",
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const atVector = { now: () => 1_614_265_330_000 };

const toHeaders = (family: string, changes: Partial<typeof VECTOR> = {}): Record<string, string> => {
  const { id, timestamp, signature } = { ...VECTOR, ...changes };
  return { [`${family}-id`]: id, [`${family}-timestamp`]: timestamp, [`${family}-signature`]: signature };
};

describe("the published vector", () => {
  test.each(["svix", "webhook"])("is verified with the headers of the family %s-", async (family) => {
    const event = await verifyWebhook(VECTOR.body, toHeaders(family), SECRET, atVector);
    expect(event).toEqual({
      kind: "unknown",
      type: "unknown",
      isTypeInferred: true,
      data: { test: 2432232314 },
      messageId: VECTOR.id,
      timestamp: new Date("2021-02-25T15:02:10Z"),
    });
  });

  test.each([
    ["of a secret without its prefix", SECRET.slice("whsec_".length)],
    ["of the second secret, while it is changed", [OTHER_SECRET, SECRET]],
  ])("is verified with the signature %s", async (_name, secret) => {
    expect((await verifyWebhook(VECTOR.body, toHeaders("svix"), secret, atVector)).messageId).toBe(VECTOR.id);
  });

  test("is verified at any position among other signatures, even of other versions", async () => {
    const others = [
      "v1,",
      "v1",
      "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw",
    ];
    for (const signature of [
      [VECTOR.signature, ...others].join(" "),
      [...others, VECTOR.signature].join(" "),
      [...others, VECTOR.signature, ...others].join(" "),
    ]) {
      const event = await verifyWebhook(VECTOR.body, toHeaders("svix", { signature }), SECRET, atVector);
      expect(event.messageId).toBe(VECTOR.id);
    }
    await expectRefusal(
      verifyWebhook(VECTOR.body, toHeaders("svix", { signature: others.join(" ") }), SECRET, atVector),
      "no-matching-signature",
    );
  });
});

test("an extended or truncated signature does not match", async () => {
  for (const signature of [
    `${VECTOR.signature}x`,
    `${VECTOR.signature}=`,
    VECTOR.signature.slice(0, -1),
    `x${VECTOR.signature}`,
  ])
    await expectRefusal(
      verifyWebhook(VECTOR.body, toHeaders("svix", { signature }), SECRET, atVector),
      "no-matching-signature",
    );
});

describe("headers", () => {
  test("may be a record in any case, Headers, a list of values or pairs", async () => {
    const { body, headers, messageId } = delivery();
    const pairs = Object.entries(headers);
    for (const given of [
      headers,
      new Headers(headers),
      pairs,
      new Map(pairs),
      Object.fromEntries(pairs.map(([name, value]) => [name.toUpperCase(), value])),
      Object.fromEntries(pairs.map(([name, value]) => [name, [value]])),
      { ...headers, cookie: undefined },
    ])
      expect((await verifyWebhook(body, given, SECRET)).messageId).toBe(messageId);
  });

  test.each(["svix-id", "svix-timestamp", "svix-signature"])("without %s are rejected by name", async (name) => {
    const { body, headers } = delivery();
    for (const value of [undefined, ""]) {
      const refusal = await findRefusal(verifyWebhook(body, { ...headers, [name]: value }, SECRET));
      expect(refusal.code).toBe("missing-header");
      expect(refusal.message).toContain(name);
    }
  });

  test.each(["", "now", "-1", "1.5", "0x10", " 1614265330", "1614265330 ", "1e9", "01614265330", "١٦١٤٢٦٥٣٣٠"])(
    "with the timestamp %j are refused",
    async (timestamp) => {
      const code = timestamp === "" ? "missing-header" : "bad-timestamp";
      await expectRefusal(verifyWebhook(VECTOR.body, toHeaders("svix", { timestamp }), SECRET, atVector), code);
    },
  );

  test("of one family never complete those of the other", async () => {
    const { body, headers } = delivery({ family: "webhook" });
    const mixed = { ...headers, "webhook-id": undefined, "svix-id": headers["webhook-id"] };
    await expectRefusal(verifyWebhook(body, mixed, SECRET), "missing-header");
  });
});

describe("time", () => {
  const at = (offset: number, toleranceSeconds?: number) =>
    verifyWebhook(VECTOR.body, toHeaders("svix"), SECRET, {
      now: () => (1_614_265_330 + offset) * 1000,
      toleranceSeconds,
    });

  test("may differ by exactly five minutes in both directions", async () => {
    for (const offset of [-300, 0, 300]) expect((await at(offset)).messageId).toBe(VECTOR.id);
    await expectRefusal(at(300.001), "too-old");
    await expectRefusal(at(-300.001), "too-new");
  });

  test("may differ by a configurable tolerance", async () => {
    expect((await at(0, 0)).messageId).toBe(VECTOR.id);
    await expectRefusal(at(1, 0), "too-old");
    expect((await at(1e9, Number.POSITIVE_INFINITY)).messageId).toBe(VECTOR.id);
  });

  test("that is not a number rejects everything, and so does such a tolerance", async () => {
    await expectRefusal(at(Number.NaN), "too-old");
    for (const tolerance of [Number.NaN, -1]) await expectRefusal(at(0, tolerance), "too-old");
  });
});

describe("a body", () => {
  const { body, headers, messageId } = delivery();
  const bytes = new TextEncoder().encode(body);
  const inPieces = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        // Also splits characters.
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
        controller.close();
      },
    });

  test("may be text, bytes, a view of them, or a stream", async () => {
    const inside = new Uint8Array(bytes.length + 10);
    inside.set(bytes, 5);
    for (const given of [
      body,
      bytes,
      bytes.buffer,
      Buffer.from(body),
      inside.subarray(5, -5),
      new DataView(bytes.buffer),
      inPieces(),
      new Response(body).body,
      Readable.from([Buffer.from(body)]),
      Readable.from(Buffer.from(body)),
    ]) {
      const event = await verifyWebhook(given, headers, SECRET);
      expect(event.messageId).toBe(messageId);
      expect(event.data["notes"]).toBe("Wärme, 湯");
    }
  });

  test("is read up to a megabyte", async () => {
    let pulled = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const refusal = await findRefusal(verifyWebhook(endless, headers, SECRET));
    expect(refusal.code).toBe("too-large");
    expect(refusal.message).toContain("1048576");
    // Sixteen chunks fit; one exceeds the limit, and one may be read ahead.
    expect(pulled).toBeLessThanOrEqual(18);
    expect(isCancelled).toBe(true);
  });

  test("has its size in bytes, in every form", async () => {
    for (const given of [body, bytes, bytes.buffer, inPieces()])
      await expectRefusal(verifyWebhook(given, headers, SECRET, { maxBytes: bytes.length - 1 }), "too-large");
    expect((await verifyWebhook(body, headers, SECRET, { maxBytes: bytes.length })).messageId).toBe(messageId);
    await expectRefusal(verifyWebhook(body, headers, SECRET, { maxBytes: Number.NaN }), "too-large");
  });

  test("that was parsed or read before is rejected with the fix", async () => {
    const locked = inPieces();
    locked.getReader();
    for (const given of [JSON.parse(body), undefined, 5, [1], locked, Readable.from([{ id: 1 }])]) {
      const refusal = await findRefusal(verifyWebhook(given, headers, SECRET));
      expect(refusal.code).toBe("body-consumed");
      expect(refusal.message).toContain("before a parser reads it");
    }
  });

  test("that cannot be read fails with the reason", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("connection lost")) });
    await expect(verifyWebhook(broken, headers, SECRET)).rejects.toThrow("connection lost");
  });

  test.each(["", "null", "[]", '"text"', "5", "{", "{} {}", "\uFEFF{}"])(
    "of %j is signed, but no event",
    async (text) => {
      const { "svix-id": id = "", "svix-timestamp": timestamp = "" } = headers;
      const [signature = ""] = createSigners(SECRET).map((sign) => sign(id, new Date(Number(timestamp) * 1000), text));
      await expectRefusal(verifyWebhook(text, { ...headers, "svix-signature": signature }, SECRET), "not-json");
    },
  );

  test("is not parsed before its signature is checked", async () => {
    await expectRefusal(verifyWebhook("no JSON", headers, SECRET), "no-matching-signature");
    await expectRefusal(verifyWebhook(null, headers, SECRET), "no-matching-signature");
  });
});

describe("secrets", () => {
  const { body, headers } = delivery();

  test.each([
    ["missing", undefined],
    ["empty", ""],
    ["only a prefix", "whsec_"],
    ["not base64", "whsec_secret-with-$igns"],
    ["base64 with one more sign", `${SECRET}!`],
    ["an empty list", []],
    ["a list with a bad one", [SECRET, "whsec_???"]],
    ["an unset variable", "undefined"],
    ["null as text", "null"],
    ["a placeholder", "changeme"],
    ["a placeholder behind the prefix", "whsec_changeme"],
    ["a placeholder of the right length", `whsec_${"x".repeat(32)}`],
    ["a placeholder that repeats itself", `whsec_${"changeme".repeat(4)}`],
    ["undefined, several times", "undefined".repeat(4)],
    ["cut off", SECRET.slice(0, -1)],
    ["in quotes", `"${SECRET}"`],
    ["with a prefix in capitals", SECRET.replace("whsec_", "WHSEC_")],
    ["padded in the middle", `${SECRET}=${SECRET.slice(6)}`],
  ])("that are %s are rejected, and the message does not contain them", async (_name, secret) => {
    const refusal = await findRefusal(verifyWebhook(body, headers, secret));
    expect(refusal.code).toBe("bad-secret");
    expect(refusal.cause).toBeUndefined();
    expect(inspect(refusal)).not.toMatch(/igns|\?\?\?|undefined|null|changeme|xx|LaLaS/);
    expect(refusal.message).toMatch(/whsec_.*base64.*webhook portal/);
  });

  test("with keys of at least 24 bytes pass, with and without the prefix", () => {
    for (const size of [24, 32, 64, 75]) {
      const key = Buffer.from(Array.from({ length: size }, (_, index) => index)).toString("base64");
      expect(createSigners([key, `whsec_${key}`])).toHaveLength(2);
    }
  });

  test("are not in any error, regardless of how it is printed", async () => {
    const refused = [
      verifyWebhook(`${body} `, headers, SECRET),
      verifyWebhook(body, { ...headers, "svix-timestamp": "1" }, SECRET),
      verifyWebhook(body, {}, SECRET),
      verifyWebhook(body, headers, [OTHER_SECRET]),
    ];
    for (const verification of refused) {
      const error = await findRefusal(verification);
      const shown = [error.message, error.stack, JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 })];
      for (const text of shown)
        for (const secret of [SECRET, OTHER_SECRET]) expect(text).not.toContain(secret.slice("whsec_".length));
      expect(JSON.parse(JSON.stringify(error))).toEqual({ code: error.code, message: error.message });
      expect(error.name).toBe("WebhookVerificationError");
    }
  });
});
