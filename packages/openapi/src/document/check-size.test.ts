import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSize, checkTextDepth, DEEPEST } from "./check-size.ts";

const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

describe("a JSON string", () => {
  test("may be as deep as the limit, and brackets in its strings do not count", () => {
    expect(checkTextDepth(nested(DEEPEST))).toBeUndefined();
    expect(checkTextDepth(JSON.stringify({ a: `\\"${"[{".repeat(200)}` }))).toBeUndefined();
  });

  test("that is deeper is refused with the character, closed or not", () => {
    const refusal = `is nested more than 100 levels deep at character 101; move the inner parts to components and refer to them`;

    expect(checkTextDepth(nested(DEEPEST + 1))).toBe(refusal);
    expect(checkTextDepth("[".repeat(5_000_000))).toBe(refusal);
  });

  test("with aliases is checked with the aliases expanded", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 95, max: 100 }), (json, levels) => {
        const text = `${"[".repeat(levels)}${json}${"]".repeat(levels)}`;
        expect(checkTextDepth(text) === undefined).toBe(checkSize(JSON.parse(text), text.length) === undefined);
      }),
    );
  });
});

describe("a value", () => {
  test("that refers to itself is refused with the place", () => {
    const circle: Record<string, unknown> = { b: [1] };
    circle["c/d"] = { e: circle };

    expect(checkSize({ a: circle }, 100)).toBe("contains an alias at #/a/c~1d/e that refers to itself; write it out");
  });

  test("may contain the same part twice, each counted", () => {
    const part = { text: "12345" };

    expect(checkSize([part, part], 30)).toBeUndefined();
    expect(checkSize([part, part], 20)).toBe(
      "has more than 20 characters once its aliases are expanded; use fewer aliases",
    );
  });

  test("that is too deep is refused with the place, its middle left out", () => {
    expect(checkSize({ a: JSON.parse(nested(DEEPEST)) }, 1000)).toBe(
      "is nested more than 100 levels deep at #/a/0/0/0/0/0/0/0/0/…/0; move the inner parts to components and refer to them",
    );
  });
});
