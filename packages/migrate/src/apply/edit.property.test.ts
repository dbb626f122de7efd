import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { type Edit, sortEdits, toOffsetBefore } from "./edit.ts";

/** A string of pieces that stay and pieces that are replaced. */
const pieces = fc.array(
  fc.record({ kept: fc.string({ minLength: 1 }), old: fc.string({ minLength: 1 }), text: fc.string() }),
  { maxLength: 6 },
);

test("every character outside the edits stays, and its offset is found again", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const edits: Edit[] = [];
      let before = "";
      let after = "";
      const offsets: [number, number][] = [];
      for (const { kept, old, text } of parts) {
        offsets.push([before.length, after.length]);
        before += kept;
        after += kept;
        edits.push({ start: before.length, end: before.length + old.length, text });
        before += old;
        after += text;
      }
      const sorted = sortEdits([...edits, ...edits].reverse());

      expect(applyEdits(before, sorted)).toBe(after);
      for (const [left, right] of offsets) expect(toOffsetBefore(sorted, right)).toBe(left);
    }),
  );
});
