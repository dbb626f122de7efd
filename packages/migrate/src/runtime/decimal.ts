/** An exact decimal number: `digits` × 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** A longer string is not a figure of a bill. */
const LONGEST = 100;
const FORM = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/i;

/** Reads a decimal string, or a number by its shortest decimal form; `undefined` for everything else. */
export function parseDecimal(value: unknown): Decimal | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value);
  const parts = text.length > LONGEST ? null : FORM.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  return withScale({ digits: BigInt(sign + whole + fraction), scale: fraction.length - Number(exponent) }, 0);
}

/** Adds two decimals; the sum has the longer fraction of both. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b] = [withScale(left, right.scale), withScale(right, left.scale)];
  return { digits: a.digits + b.digits, scale: a.scale };
}

/** Formats without an exponent: `-0.50`. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  return `${digits < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${text.slice(-scale)}`}`;
}

/** The same number with at least so many places. */
function withScale({ digits, scale }: Decimal, least: number): Decimal {
  return scale >= least ? { digits, scale } : { digits: digits * 10n ** BigInt(least - scale), scale: least };
}
