const SCALE = 10;

/** A decimal string as an exact integer of its ten-billionths. With floats, sums of charges would be slightly off. */
export function parseDecimal(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(text);
  if (match === null) throw new RangeError(`${JSON.stringify(text)} is not a decimal of at most ${SCALE} places`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const units = BigInt(whole + fraction.padEnd(SCALE, "0"));
  return sign === "-" ? -units : units;
}

export function sumDecimals(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + parseDecimal(text), 0n);
}

/** The product of two decimals that are not negative, rounded half up to hundredths. */
export function multiplyToCents(a: string, b: string): bigint {
  const cent = 10n ** BigInt(SCALE - 2);
  const product = (parseDecimal(a) * parseDecimal(b)) / 10n ** BigInt(SCALE);
  return ((product + cent / 2n) / cent) * cent;
}

/** The shortest text of such an integer, for messages. */
export function formatDecimal(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, "0");
  const text = `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, "");
  return units < 0n ? `-${text}` : text;
}
