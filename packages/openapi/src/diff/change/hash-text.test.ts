import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashText } from "./hash-text.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test("a hash is the SHA-256 of the text, at every length around a block", () => {
  const lengths = Array.from({ length: 200 }, (_, length) => "é€a"[length % 3]?.repeat(length) ?? "");

  expect(lengths.map(hashText)).toEqual(lengths.map(sha256));
});

test("a hash is the SHA-256 of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(hashText(text)).toBe(sha256(text));
    }),
  );
});
