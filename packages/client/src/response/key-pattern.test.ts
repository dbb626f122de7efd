import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactText } from "./redact.ts";
import { SentKeys } from "./sent-keys.ts";

const redact = (text: string, ...keys: readonly string[]): string => redactText(text, new SentKeys(...keys));

const visible = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength, maxLength })
    .map((codes) => String.fromCharCode(...codes));

/** Any key that a client accepts, except those that the replacement contains. */
const anyKey = fc
  .oneof(visible(8, 40), fc.stringMatching(/^[a-zA-Z0-9_-]{8,40}$/), fc.stringMatching(/^[\\/"%+=u0-9a-f]{8,20}$/))
  .filter((key) => !/redact|\[|\]/.test(key));

const escapeAll = (key: string, write: (code: string) => string): string =>
  Array.from(key, (character) => write(character.charCodeAt(0).toString(16).padStart(2, "0"))).join("");

/** Every form of a key, written by independent code if there is any. */
const FORMS: Readonly<Record<string, (key: string) => string>> = {
  verbatim: (key) => key,
  JSON: (key) => JSON.stringify(key).slice(1, -1),
  "JSON with escaped slashes": (key) => JSON.stringify(key).slice(1, -1).replaceAll("/", "\\/"),
  "JSON with every character escaped": (key) => escapeAll(key, (code) => `\\u00${code}`),
  "JSON with every character escaped, in capitals": (key) => escapeAll(key, (code) => `\\u00${code.toUpperCase()}`),
  "JSON for HTML": (key) =>
    JSON.stringify(key)
      .slice(1, -1)
      .replaceAll(/[<>&']/g, (one) => `\\u00${escapeAll(one, String)}`),
  "a URL": (key) => encodeURIComponent(key),
  "a URL in lower case": (key) => encodeURIComponent(key).replaceAll(/%../g, (code) => code.toLowerCase()),
  "a URL with every character encoded": (key) => escapeAll(key, (code) => `%${code}`),
  "a form": (key) => new URLSearchParams({ a: key }).toString().slice(2),
};

/** Whether any base64 in a string decodes to data that contains the key. */
function decodesTo(text: string, key: string): boolean {
  const runs = text.match(/[\w+/-]+/g) ?? [];
  return runs.some((run) => [0, 1, 2, 3].some((from) => Buffer.from(run.slice(from), "base64").includes(key)));
}

describe("a key of eight characters or more", () => {
  test.each(Object.entries(FORMS))(
    "a key of eight characters or more is found in %s, regardless of the text around it",
    (_form, write) => {
      fc.assert(
        fc.property(anyKey, fc.string(), fc.string(), (key, before, after) => {
          const clean = redact(`${before}${write(key)}${after}`, key);
          expect(clean).toContain("[redacted]");
          expect(clean).not.toContain(write(key));
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each(["base64", "base64url"] as const)(
    "a key of eight characters or more is found in %s, at any offset",
    (encoding) => {
      const bytes = fc.uint8Array({ maxLength: 7 });
      fc.assert(
        fc.property(anyKey, bytes, bytes, fc.boolean(), (key, before, after, isJson) => {
          const encoded = Buffer.concat([before, Buffer.from(key), after]).toString(encoding);
          const clean = redact(`token: ${isJson ? encoded.replaceAll("/", "\\/") : encoded}.`, key);
          expect(clean).toContain("[redacted]");
          expect(decodesTo(clean.replaceAll("\\/", "/"), key)).toBe(false);
          // Nor all of it except its ends.
          expect(decodesTo(clean.replaceAll("\\/", "/"), key.slice(2, -2))).toBe(false);
        }),
        { numRuns: 500 },
      );
    },
  );

  test("a key of eight characters or more is found in HTTP credentials, and the scheme stays", () => {
    const key = "nectar-test-key-0123456789";
    for (const user of ["", "a", "me", "you"])
      expect(redact(`Basic ${btoa(`${user}:${key}`)}`, key)).toMatch(/^Basic .{0,7}\[redacted\].?=*$/);
  });

  test("a key of eight characters or more is found inside a word", () => {
    expect(redact("xSECRET-1y", "SECRET-1")).toBe("x[redacted]y");
  });

  test("each of several sent keys is found", () => {
    expect(redact("first-key second-key third-key", "first-key", "third-key")).toBe("[redacted] second-key [redacted]");
  });
});

describe("a shorter key", () => {
  // Not a key that may be part of an escape: after a backslash, `n` is ambiguous.
  const shortKey = fc.stringMatching(/^[a-z0-9]{1,7}$/).filter((key) => !/^(?:u?[\da-f]+|[bfnrt])$/.test(key));
  const border = fc.constantFrom(
    "",
    " ",
    '"',
    "=",
    "&",
    "/",
    ".",
    "-",
    "_",
    "\n",
    "é",
    "%20",
    "%3D",
    "%3d",
    "\\n",
    "\\u0022",
    "\\u00e9",
  );
  const letter = fc.constantFrom("a", "Z", "0", "9", "%41", "%7a", "%39", "\\u0041", "\\u007A");

  test("a shorter key is found as a whole word, even between escapes", () => {
    fc.assert(
      fc.property(shortKey, border, border, fc.constantFrom(...Object.values(FORMS)), (key, before, after, write) => {
        expect(redact(`x ${before}${write(key)}${after} x`.slice(1, -1), key)).toBe(` ${before}[redacted]${after} `);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a shorter key is not found inside another word, even if an escape completes it", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[g-t]{2,7}$/),
        border,
        letter,
        fc.constantFrom(...Object.values(FORMS)),
        (key, edge, one, write) => {
          for (const text of [`${edge}${write(key)}${one}`, `${one}${write(key)}${edge}`])
            expect(redact(text, key)).toBe(text);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    [
      "the latest test of testing: a test-case, testA, 1test",
      "the latest [redacted] of testing: a [redacted]-case, testA, 1test",
    ],
    ['{"key":"test","k":"\\u0074est"}', '{"key":"[redacted]","k":"[redacted]"}'],
    ["Basic dGVzdA== and dGVzdA, not dGVzdAx", "Basic [redacted] and [redacted], not dGVzdAx"],
    ["?key=test&%74%65%73%74", "?key=[redacted]&[redacted]"],
  ])("a shorter key garbles no text: %s", (text, expected) => {
    expect(redact(text, "test")).toBe(expected);
  });
});

test("nothing is found if no key was sent", () => {
  fc.assert(fc.property(fc.string(), (text) => redact(text) === text));
});

test("a cut through a key removes the whole key", () => {
  fc.assert(
    fc.property(anyKey, fc.constantFrom(...Object.values(FORMS)), fc.nat({ max: 300 }), (key, write, limit) => {
      const form = write(key);
      const text = `${"-".repeat(100)} ${form} ${"-".repeat(100)} ${form} ${"-".repeat(100)}`;
      const clean = redactText(text, new SentKeys(key), limit);
      const whole = redact(text, key);
      expect(whole.startsWith(clean)).toBe(true);
      expect(clean.replaceAll("[redacted]", () => form).length).toBeGreaterThanOrEqual(limit);
    }),
  );
});

test("the last eight keys are remembered, each once", () => {
  const keys = Array.from({ length: 12 }, (_, index) => `rotating-key-${index}-`);
  let sent = new SentKeys();
  for (const key of keys) sent = sent.add(key).add(key);
  sent = sent.add("rotating-key-5-");
  const left = keys.filter((key) => redactText(key, sent) === key);
  expect(left).toEqual(keys.slice(0, 4));
  expect(sent.add("rotating-key-5-")).toBe(sent);
});
