/** IMF-fixdate, the form of RFC 850, and that of C's asctime. */
const FORMS = [
  /^(?<weekday>[A-Z][a-z]{2}), (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^(?<weekday>[A-Z][a-z]{2}) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Parses an HTTP date in any of its three forms (RFC 9110 §5.6.7) to milliseconds since 1970. `undefined` for any other text, and for a day
 * that does not exist or has another weekday.
 *
 * @param now tells which century a year of two digits belongs to
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  for (const form of FORMS) {
    const { weekday = "", day = "", month = "", year = "", time = "" } = form.exec(text)?.groups ?? {};
    if (time === "") continue;
    // The only leap second that HTTP knows; it is the first moment of the next day.
    const leap = time === "23:59:60" ? 1_000 : 0;
    const clock = leap > 0 ? "23:59:59" : time;
    const toDate = (fullYear: number): Date => {
      const date = new Date(0);
      date.setUTCFullYear(fullYear, MONTHS.indexOf(month), Number(day));
      const [hour = 0, minute = 0, second = 0] = clock.split(":").map(Number);
      date.setUTCHours(hour, minute, second);
      return date;
    };
    const date = year.length === 2 ? findRecent(Number(year), toDate, now) : toDate(Number(year));
    const fullYear = String(date.getUTCFullYear()).padStart(4, "0");
    // What a date cannot be (31 Feb, 24:00:00, a Monday that was none) is written differently.
    const expected = `${weekday.slice(0, 3)}, ${day.replace(" ", "0")} ${month} ${fullYear} ${clock} GMT`;
    if (date.toUTCString() === expected) return date.getTime() + leap;
  }
  return undefined;
}

/** The latest date whose year ends with two digits and that is at most fifty years ahead. */
function findRecent(digits: number, toDate: (year: number) => Date, now: number): Date {
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() + 50);
  const year = limit.getUTCFullYear() - ((limit.getUTCFullYear() - digits) % 100);
  const date = toDate(year);
  return date > limit ? toDate(year - 100) : date;
}
