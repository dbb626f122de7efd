/** `Sunday, 06-Nov-94 08:49:37 GMT` */
const RFC_850 = /^((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (\d\d)-(\w{3})-(\d\d) (.*)$/;
/** `Sun Nov  6 08:49:37 1994` */
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) (.{8}) (\d{4})$/;

/**
 * Parses an HTTP date in any of its three forms (RFC 9110 §5.6.7).
 *
 * @param now decides the century of a two-digit year: the date is at most fifty years ahead
 * @returns milliseconds since 1970; `undefined` for any other text, a day that does not exist, or a wrong weekday
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 50);
  const [, weekday = "", day, month, digits, time] = RFC_850.exec(text) ?? [];
  const year = latest.getUTCFullYear() - ((latest.getUTCFullYear() - Number(digits)) % 100);
  const inYear = (full: number): string => `${weekday.slice(0, 3)}, ${day} ${month} ${full} ${time}`;
  const fixed = weekday
    ? inYear(Date.parse(inYear(year)) > latest.getTime() ? year - 100 : year)
    : text.replace(ASCTIME, (_match, name, monthName, date: string, clock, fullYear) => {
        return `${name}, ${date.replace(" ", "0")} ${monthName} ${fullYear} ${clock} GMT`;
      });
  // Runtimes accept many other strings; a string that survives the round trip was not guessed.
  const milliseconds = Date.parse(fixed);
  const isDate = !Number.isNaN(milliseconds) && new Date(milliseconds).toUTCString() === fixed;
  return isDate ? milliseconds : undefined;
}
