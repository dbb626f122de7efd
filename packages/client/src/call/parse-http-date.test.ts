import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHttpDate } from "./parse-http-date.ts";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const HALF_CENTURY = 50;

const pad = (value: number, fill = "0"): string => String(value).padStart(2, fill);
const formatTime = (date: Date): string => date.toISOString().slice(11, 19);
const formatMonth = (date: Date): string => date.toUTCString().slice(8, 11);
const FULL_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const rfc850 = (date: Date): string =>
  `${FULL_DAYS[date.getUTCDay()]}, ${pad(date.getUTCDate())}-${formatMonth(date)}-${pad(date.getUTCFullYear() % 100)} ${formatTime(date)} GMT`;
const asctime = (date: Date): string =>
  `${date.toUTCString().slice(0, 3)} ${formatMonth(date)} ${pad(date.getUTCDate(), " ")} ${formatTime(date)} ${date.toUTCString().slice(12, 16)}`;

/** Moments in whole seconds. */
const seconds = (from: string, to: string): fc.Arbitrary<Date> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000));

const FORMS = [rfc850, asctime, toUtc, (date: Date): string => asctime(date).replace("  ", " 0")];
const anyDate = seconds("1000-01-01", "9999-12-31");

describe("an HTTP date", () => {
  test("an HTTP date survives a round trip in its preferred form and in that of asctime", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseHttpDate(date.toUTCString(), NOW)).toBe(date.getTime());
        expect(parseHttpDate(asctime(date), NOW)).toBe(date.getTime());
      }),
    );
  });

  test("an HTTP date with a two-digit year survives a round trip within fifty years", () => {
    fc.assert(
      fc.property(seconds("1900-01-01", "2900-01-01"), fc.integer({ min: -49, max: 49 }), (now, years) => {
        const date = new Date(now);
        date.setUTCFullYear(now.getUTCFullYear() + years, 0, 15);
        expect(parseHttpDate(rfc850(date), now.getTime())).toBe(date.getTime());
      }),
    );
  });

  test("an HTTP date with a two-digit year more than fifty years ahead lies in the past", () => {
    fc.assert(
      fc.property(fc.integer({ min: 51, max: 98 }), (years) => {
        const past = new Date(Date.UTC(2026 + years - 2 * HALF_CENTURY, 5, 15, 1, 2, 3));
        expect(parseHttpDate(rfc850(past), NOW)).toBe(past.getTime());
      }),
    );
  });

  test.each([
    ["Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777_000],
    ["Sun Nov  6 08:49:37 1994", 784_111_777_000],
    ["Thu, 29 Feb 2024 00:00:00 GMT", Date.UTC(2024, 1, 29)],
  ])("an HTTP date is %s", (text, time) => {
    expect(parseHttpDate(text, NOW)).toBe(time);
  });

  test.each([
    "Mon, 06 Nov 1994 08:49:37 GMT", // a Sunday
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0000",
    "Sun, 06 Nov 1994 08:49:37 CET",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49 GMT",
    "Sun, 06 Nov 94 08:49:37 GMT",
    "Sun 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:60 GMT",
    "Thu, 31 Feb 2024 00:00:00 GMT",
    "Wed, 29 Feb 2023 00:00:00 GMT",
    "Sun, 06 November 1994 08:49:37 GMT",
    "Sun, 06-Nov-94 08:49:37 GMT",
    "Sunday, 06-Nov-1994 08:49:37 GMT",
    "Sun Nov 6 08:49:37 1994",
    "Sun Nov 06 08:49:37 1994 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT ",
    "Sun, 06 Nov 1994 08:49:37 GMT, Mon, 07 Nov 1994 08:49:37 GMT",
    "1994-11-06T08:49:37Z",
    "06 Nov 1994 08:49:37 GMT",
    "",
    "tomorrow",
    "Sat, 31 Dec 2016 23:59:60 GMT",
    "Invalid Date",
  ])("an HTTP date is not %j", (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });

  test("a change of one character makes an HTTP date invalid or a different date", () => {
    const anyForm = fc.tuple(seconds("1980-01-01", "2070-01-01"), fc.constantFrom(rfc850, asctime, toUtc));
    fc.assert(
      fc.property(anyForm, fc.nat(), fc.string({ minLength: 0, maxLength: 2 }), ([date, form], place, other) => {
        const text = form(date);
        const index = place % text.length;
        const changed = text.slice(0, index) + other + text.slice(index + 1);
        const time = parseHttpDate(changed, NOW);
        if (time !== undefined) expect(FORMS.map((write) => write(new Date(time)))).toContain(changed);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a random mix of the parts of an HTTP date is invalid", () => {
    const part = fc.constantFrom(
      "Sun",
      "Sunday",
      ",",
      " ",
      "06",
      "6",
      "Nov",
      "-",
      "94",
      "1994",
      "08:49:37",
      "GMT",
      "Z",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const time = parseHttpDate(text, NOW);
        if (time !== undefined) expect(FORMS.map((write) => write(new Date(time)))).toContain(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

function toUtc(date: Date): string {
  return date.toUTCString();
}
