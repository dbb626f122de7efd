import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBackoff, parseRetryAfter } from "./retry-timing.ts";

describe("computeBackoff", () => {
  const failed = fc.integer({ min: 1, max: 2_000 });
  const random = fc.double({ min: 0, max: 1, noNaN: true });

  test("the wait before a retry is between zero and a bound that doubles up to eight seconds", () => {
    fc.assert(
      fc.property(failed, random, (count, part) => {
        const longest = Math.min(8_000, 500 * 2 ** (count - 1));
        expect(computeBackoff(count, 1)).toBe(longest);
        expect(computeBackoff(count, 0)).toBe(0);
        expect(computeBackoff(count, part)).toBeCloseTo(longest * part);
      }),
    );
  });

  test("the wait before a retry grows with the number of failures", () => {
    expect([1, 2, 3, 4, 5, 6].map((count) => computeBackoff(count, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
  });
});

describe("parseRetryAfter", () => {
  const now = Date.UTC(2026, 10, 24, 12, 0, 0);

  test("seconds become a thousand times as many milliseconds, at any time", () => {
    fc.assert(
      fc.property(fc.nat(), fc.date({ noInvalidDate: true }), (seconds, date) => {
        expect(parseRetryAfter(String(seconds), date.getTime())).toBe(seconds * 1_000);
      }),
    );
    expect(parseRetryAfter(" 7 ", now)).toBe(7_000);
  });

  test("a date becomes the time until then, and zero if it has passed", () => {
    const date = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, (then, present) => {
        const wholeSecond = Math.floor(then.getTime() / 1_000) * 1_000;
        expect(parseRetryAfter(then.toUTCString(), present.getTime())).toBe(
          Math.max(0, wholeSecond - present.getTime()),
        );
      }),
    );
  });

  test.each(["Tue, 24 Nov 2026 12:00:30 GMT", "Tuesday, 24-Nov-26 12:00:30 GMT", "Tue Nov 24 12:00:30 2026"])(
    "a date is accepted in each of the three forms of HTTP: %s",
    (date) => {
      expect(parseRetryAfter(date, now)).toBe(30_000);
    },
  );

  test("a date with a two-digit year lies in the next fifty years or in the past", () => {
    expect(parseRetryAfter("Wednesday, 24-Nov-76 12:00:00 GMT", now)).toBeUndefined(); // 1976 and 2076 begin the week elsewhere
    expect(parseRetryAfter("Tuesday, 24-Nov-76 12:00:00 GMT", now)).toBe(Date.UTC(2076, 10, 24, 12) - now);
    expect(parseRetryAfter("Thursday, 24-Nov-77 12:00:00 GMT", now)).toBe(0);
  });

  test.each([
    null,
    "",
    "soon",
    "-1",
    "1.5",
    "1e3",
    "0x10",
    "Infinity",
    "NaN",
    "2026-11-24",
    "2026-11-24T12:00:30Z",
    "12:00:30",
    "Wed, 24 Nov 2026 12:00:30 GMT",
    "Tue, 24 Nov 2026 12:00:30 CET",
    "Tue, 24 Nov 2026 12:00:30 +0200",
    "Tue, 31 Nov 2026 12:00:30 GMT",
    "Noon, 24 Nov 2026 12:00:30 GMT",
  ])("%j is ignored", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
