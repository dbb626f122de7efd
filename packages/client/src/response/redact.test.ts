import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactBody, redactCause, redactHeaders, redactText } from "./redact.ts";
import { SentKeys } from "./sent-keys.ts";

/** Any key that a client accepts, too long to occur by chance. */
const anyKey = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 8, maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))
  // The replacement must not contain the key.
  .filter((key) => !"[redacted]".includes(key));

/** A key in one of its forms, within other characters. */
const echo = (key: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.string(), fc.constantFrom(key, encodeURIComponent(key), JSON.stringify(key), key + key), fc.string())
    .map((parts) => parts.join(" "));

/** Parsed JSON of any depth, with the key in strings, names and numbers. */
const bodyWith = (key: string): fc.Arbitrary<unknown> => {
  const number = Number(key);
  const leaf = fc.oneof(
    echo(key),
    fc.constantFrom(key, null, true, Number.isFinite(number) ? number : 0),
    fc.integer(),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, depthSize: "medium" },
      leaf,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(echo(key), fc.constantFrom(key, "__proto__", "detail")), tie("tree"), { maxKeys: 3 }),
    ),
  }));
  return tree;
};

/** Returns every name and value of parsed JSON as text. */
function collectTexts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, item]) => [name, ...collectTexts(item)]);
}

const keyAnd = <T>(make: (key: string) => fc.Arbitrary<T>): fc.Arbitrary<[string, T]> =>
  anyKey.chain((key) => make(key).map((value): [string, T] => [key, value]));

describe("redaction", () => {
  test("only the key is removed from a string, plain and encoded", () => {
    fc.assert(fc.property(keyAnd(echo), ([key, text]) => !redactText(text, new SentKeys(key)).includes(key)));
    expect(redactText("a SECRET-1 b", new SentKeys("SECRET-1"))).toBe("a [redacted] b");
    expect(redactText("?k=%3Csecret%3E", new SentKeys("<secret>"))).toBe("?k=[redacted]");
  });

  test("the key is removed from a body at any depth, including property names", () => {
    fc.assert(
      fc.property(keyAnd(bodyWith), ([key, body]) => {
        for (const text of collectTexts(redactBody(body, new SentKeys(key)))) expect(text).not.toContain(key);
      }),
      { numRuns: 1_000 },
    );
  });

  test("the key is removed from the digits of a number", () => {
    expect(redactBody({ code: 12345678, next: [912345678] }, new SentKeys("12345678"))).toEqual({
      code: "[redacted]",
      next: ["[redacted]"],
    });
  });

  test("a key that looks like JSON is removed", () => {
    expect(redactBody({ a: "b", c: '"a":"b","c":' }, new SentKeys('"a":"b","c":'))).toEqual({
      a: "b",
      c: "[redacted]",
    });
  });

  test("the key is removed from the values of headers, and a header with the key in its name is removed", () => {
    const headers = new Headers({ "x-echo": "k SECRET-1", "x-secret-1": "yes", "x-other": "1" });
    expect([...redactHeaders(headers, new SentKeys("SECRET-1"))]).toEqual([
      ["x-echo", "k [redacted]"],
      ["x-other", "1"],
    ]);
  });

  test("the key is removed from a foreign error, its causes and their properties", () => {
    const place = fc.constantFrom("message", "name", "stack", "code", "request", "cause");
    fc.assert(
      fc.property(
        keyAnd((key) => fc.array(fc.tuple(place, echo(key)))),
        ([key, places]) => {
          const error = places.reduce<Error>(
            (cause, [name, text]) =>
              Object.assign(new Error(text, { cause }), { [name]: text, request: { headers: { key } } }),
            new Error(key),
          );
          const clean = redactCause(error, new SentKeys(key));
          expect(inspect(clean, { depth: 20, showHidden: true })).not.toContain(key);
        },
      ),
    );
  });
});

describe("a body without the key", () => {
  test("a body without the key stays the same", () => {
    const keys = new SentKeys("nectar-test-key-0123456789");
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (body) => {
        const parsed: unknown = JSON.parse(JSON.stringify(body));
        expect(redactBody(parsed, keys)).toEqual(parsed);
      }),
    );
    expect(redactBody(undefined, new SentKeys("nectar-test-key"))).toBeUndefined();
  });

  test("a body may be nested deeper than the stack allows", () => {
    const depth = 30_000;
    const body: unknown = JSON.parse(`${"[".repeat(depth)}1${"]".repeat(depth)}`);
    expect(JSON.stringify(redactBody(body, new SentKeys("nectar-test-key"))).length).toBeLessThan(1_000);
  });
});

test("without a key, nothing is removed", () => {
  const headers = new Headers({ "x-one": "1" });
  expect(redactText("text", new SentKeys())).toBe("text");
  expect(redactBody({ a: [1] }, new SentKeys())).toEqual({ a: [1] });
  expect([...redactHeaders(headers, new SentKeys())]).toEqual([["x-one", "1"]]);
});

test("the copy of a foreign error keeps message, name, stack, code and a few causes", () => {
  const error = Object.assign(new TypeError("fetch failed", { cause: new Error("ECONNRESET") }), { code: "UND_ERR" });
  const clean = redactCause(error, new SentKeys("nectar-test-key"));
  expect(clean).toMatchObject({ message: "fetch failed", name: "TypeError", code: "UND_ERR", stack: error.stack });
  expect(clean).toHaveProperty("cause.message", "ECONNRESET");

  const circle = new Error("round");
  circle.cause = circle;
  expect(
    inspect(redactCause(circle, new SentKeys("nectar-test-key")), { depth: 50 }).match(/round/g)?.length,
  ).toBeLessThan(20);
});

test.each([undefined, null, 7, Symbol("x"), {}])("a cause that is not an error is dropped: %s", (cause) => {
  expect(redactCause(cause, new SentKeys("nectar-test-key"))).toBeUndefined();
});

test("a thrown string is kept", () => {
  expect(redactCause("broken SECRET-1", new SentKeys("SECRET-1"))).toBe("broken [redacted]");
});

test("of several simultaneous causes, the first is kept", () => {
  const error = new AggregateError([
    new Error("connect ECONNREFUSED ::1:9"),
    new Error("connect ECONNREFUSED 127.0.0.1:9"),
  ]);
  expect(redactCause(error, new SentKeys("nectar-test-key"))).toHaveProperty(
    "cause.message",
    "connect ECONNREFUSED ::1:9",
  );
});

test.each([
  [
    "error sending request for url (http://127.0.0.1:9/company?name=a(b)c): refused",
    "(http://127.0.0.1:9/company): refused",
  ],
  ["cannot GET https://nectar.example/a?x=1#y", "GET https://nectar.example/a"],
  ["https://nectar.example/a?x=1 and HTTPS://nectar.example/b?y=2: no", "/a and HTTPS://nectar.example/b: no"],
  ["what? nothing", "what? nothing"],
])("queries of URLs are removed from the message and stack of an error: %s", (message, expected) => {
  const clean = redactCause(new Error(message), new SentKeys());
  for (const name of ["message", "stack"]) expect(clean).toHaveProperty(name, expect.stringContaining(expected));
  expect(inspect(clean)).not.toMatch(/name=|x=1|y=2/);
});
