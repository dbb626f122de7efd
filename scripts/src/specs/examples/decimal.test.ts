import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDecimal, multiplyToCents, parseDecimal, sumDecimals } from "./decimal.ts";

test("a sum of decimal strings is exact where floats are not", () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(sumDecimals(["0.1", "0.2"])).toBe(parseDecimal("0.3"));
});

test("trailing zeros and a sign do not change the value", () => {
  expect(parseDecimal("-12.50")).toBe(-parseDecimal("12.5"));
});

test("a product is rounded half up to hundredths", () => {
  expect(formatDecimal(multiplyToCents("1", "0.125"))).toBe("0.13");
  expect(formatDecimal(multiplyToCents("9460", "0.24150"))).toBe("2284.59");
});

test("every number of cents survives a round trip through text", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      const units = BigInt(cents) * 100_000_000n;
      expect(parseDecimal(formatDecimal(units))).toBe(units);
    }),
  );
});

test.each(["", "1,5", "1e3", ".5", "1.", "NaN", "1.12345678901"])("%j is refused", (text) => {
  expect(() => parseDecimal(text)).toThrow(RangeError);
});
