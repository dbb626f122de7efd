import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTextUpTo } from "./read-text.ts";

const readStart = async (response: Response, limit: number): Promise<string> =>
  (await readTextUpTo(response, limit)).text;

const text = (body: BodyInit | null, contentType = "application/json"): Response =>
  new Response(body, { headers: { "content-type": contentType } });

describe("readTextUpTo", () => {
  test("text is UTF-8 by default, in chunks of any size", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.array(fc.nat({ max: 8 })), async (content, sizes) => {
        const bytes = new TextEncoder().encode(content);
        const whole = { text: content, isCut: false };
        expect(await readTextUpTo(text(inChunks(bytes, sizes)), bytes.length)).toEqual(whole);
        expect(await readTextUpTo(text(inChunks(bytes, sizes)), 1_000_000)).toEqual(whole);
      }),
    );
  });

  test.each([
    ["text/plain; charset=iso-8859-1", [0xe9], "é"],
    ["text/plain; charset=ISO-8859-1; format=flowed", [0xe9], "é"],
    ['text/plain; charset="windows-1252"', [0x80], "€"],
    ["text/plain;charset=utf-16le", [0xe9, 0, 0x3d, 0xd8, 0xa1, 0xdc], "é💡"],
    ["text/plain; charset=UTF-8", [0xc3, 0xa9], "é"],
    ["text/plain; charset=utf8", [0xc3, 0xa9], "é"],
    ["text/plain; charset=unheard-of", [0xc3, 0xa9], "é"],
  ])("text is decoded by the charset of its content type: %s", async (contentType, bytes, expected) => {
    expect(await readStart(text(new Uint8Array(bytes), contentType), 100)).toBe(expected);
  });

  test.each([
    ["application/json", [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ["application/json; charset=utf-16le", [0xff, 0xfe, 0x7b, 0, 0x7d, 0]],
  ])("text excludes a byte order mark: %s", async (contentType, bytes) => {
    expect(await readStart(text(new Uint8Array(bytes), contentType), 100)).toBe("{}");
  });

  test("text without a content type is decoded as UTF-8", async () => {
    expect(await readStart(new Response(new Uint8Array([0xc3, 0xa9])), 100)).toBe("é");
  });
});

describe("a limit of bytes", () => {
  test("reading ends at the limit, and the rest is not fetched", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat({ max: 8 })), async (limit, sizes) => {
        const bytes = new TextEncoder().encode("0123456789".repeat(10));
        let isCancelled = false;
        const body = inChunks(bytes, sizes, () => {
          isCancelled = true;
        });
        expect(await readStart(text(body), limit)).toBe("0123456789".repeat(10).slice(0, limit));
        expect(isCancelled).toBe(true);
      }),
    );
  });

  test("a cut text ends with a whole character", async () => {
    expect(await readStart(text("aé"), 2)).toBe("a");
  });

  test("a cut text is marked as cut, and a broken text keeps its beginning", async () => {
    const cause = new Error("broken");
    const bytes = new TextEncoder().encode("0123456789");
    const breaking = inChunks(bytes, [4]).pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          if (chunk.length > 4) throw cause;
          controller.enqueue(chunk);
        },
      }),
    );
    expect(await readTextUpTo(text(inChunks(bytes, [4])), 9)).toEqual({ text: "012345678", isCut: true });
    expect(await readTextUpTo(text(breaking), 100)).toEqual({ text: "0123", isCut: false, broken: { cause } });
  });

  test("a response without a body has an empty text", async () => {
    expect(await readStart(text(null), 100)).toBe("");
  });
});

/** Creates a stream of chunks of the given sizes, then the rest; it closes only after it is read. */
function inChunks(
  bytes: Uint8Array<ArrayBuffer>,
  sizes: readonly number[],
  onCancel = (): void => {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  let index = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (offset >= bytes.length) return controller.close();
      const size = Math.max(1, sizes[index++] ?? bytes.length);
      controller.enqueue(bytes.subarray(offset, offset + size));
      offset += size;
    },
    cancel: onCancel,
  });
}
