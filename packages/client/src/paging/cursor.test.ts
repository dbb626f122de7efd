import fc from "fast-check";
import { expect, test } from "vitest";
import { findCursorProblem, MAX_HASHES, packHashes, unpackHashes } from "./cursor.ts";

const hashes = fc.array(
  fc.maxSafeNat().map((hash) => hash % 36 ** 9),
  { maxLength: MAX_HASHES },
);

test("packed hashes unpack to the same hashes", () =>
  fc.assert(
    fc.property(hashes, (some) => {
      expect(unpackHashes(packHashes(some))).toEqual(some);
    }),
  ));

test("the JSON of a cursor has at most 8 kB, for any list", () => {
  const seen = packHashes(Array.from({ length: MAX_HASHES }, () => 36 ** 9 - 1));
  const [page, offset, total, items] = [1, 2, 3, 4].map((less) => Number.MAX_SAFE_INTEGER - less);
  const cursor = { version: 1, page, offset, total, items, seen };
  expect(findCursorProblem(cursor)).toBeUndefined();
  expect(JSON.stringify(cursor).length).toBeLessThanOrEqual(8_000);
});

test("any foreign value is either a valid cursor or a reported problem", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({
          version: fc.constantFrom(1, 2),
          page: fc.oneof(fc.integer(), fc.anything()),
          offset: fc.oneof(fc.nat(), fc.anything()),
          total: fc.oneof(fc.nat(), fc.anything()),
          items: fc.oneof(fc.nat(), fc.anything()),
          seen: fc.oneof(fc.stringMatching(/^[0-9a-z]{9,36}$/), fc.string(), fc.anything()),
        }),
      ),
      (value) => {
        const problem = findCursorProblem(value);
        if (problem !== undefined) expect(problem).toMatch(/^\w+$/);
        else expect(() => unpackHashes(Object(value).seen)).not.toThrow();
      },
    ),
  ));
