import fc from "fast-check";
import { expect, test } from "vitest";
import { detectFileType, HEAD_LENGTH } from "./detect-file-type.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ["%PDF-1.7", "application/pdf", "pdf"],
  ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", "png"],
  ["\xff\xd8\xff\xe1\0\x10Exif", "image/jpeg", "jpg"],
])("%j is %s", (head, mediaType, extension) => {
  expect(detectFileType(bytes(head))).toEqual({ mediaType, extension });
});

test.each([
  "",
  "%PD",
  "pdf",
  "\x89PNG\n\x1a\n",
  "\xff\xd8",
  "GIF89a",
  "II*\0",
  "PK\x03\x04",
  "<html>",
  " \x89PNG\r\n\x1a\n",
])("%j is not an accepted file type", (head) => {
  expect(detectFileType(bytes(head))).toBeUndefined();
});

test("a PDF is recognised by a signature anywhere in the first 1024 bytes", () =>
  fc.assert(
    fc.property(fc.nat({ max: 1_100 }), fc.nat({ max: 500 }), (before, after) => {
      const head = bytes(`${"x".repeat(before)}%PDF-${"y".repeat(after)}`);
      expect(detectFileType(head) !== undefined).toBe(before + "%PDF-".length <= HEAD_LENGTH);
    }),
  ));

test("any bytes are accepted or rejected, without an error", () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (head) => {
      expect([undefined, "application/pdf", "image/png", "image/jpeg"]).toContain(detectFileType(head)?.mediaType);
    }),
  ));
