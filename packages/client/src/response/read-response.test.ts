import { describe, expect, test } from "vitest";
import { type ReadAs, readResponse } from "./read-response.ts";

/** Creates the error of a body that is not JSON, with its text. */
const createUnexpectedError = (text: string): Error => new Error(`unexpected: ${text}`);

const createTooLargeError = (): Error => new Error("too large");

const read = (body: BodyInit | null, readAs: ReadAs, status = 200): Promise<unknown> =>
  readResponse(new Response(body, { status }), readAs, { maxBytes: 1_000, createUnexpectedError, createTooLargeError });

describe("a successful response", () => {
  test("a JSON response is parsed", async () => {
    expect(await read('{"a":[1,null]}', "json")).toEqual({ a: [1, null] });
    expect(await read("null", "json")).toBeNull();
    expect(await read('\ufeff{"a":1}', "json")).toEqual({ a: 1 });
  });

  test.each(["", "<html>", '{"a":1', "undefined"])("%j in place of JSON is an error with its text", async (text) => {
    await expect(read(text, "json")).rejects.toThrow(`unexpected: ${text}`);
  });

  test("an empty body is allowed only for a raw call", async () => {
    expect(await read("", "json-or-nothing")).toBeUndefined();
    expect(await read('{"a":1}', "json-or-nothing")).toEqual({ a: 1 });
    await expect(read("<html>", "json-or-nothing")).rejects.toThrow("unexpected: <html>");
  });

  test("a response is read as text, a blob, bytes or a stream on request", async () => {
    expect(await read("text", "text")).toBe("text");
    const blob = await read("blob", "blob");
    expect(blob instanceof Blob && (await blob.text())).toBe("blob");
    const bytes = await read("bytes", "arrayBuffer");
    expect(bytes instanceof ArrayBuffer && bytes.byteLength).toBe(5);
    const stream = await read("stream", "stream");
    expect(stream instanceof ReadableStream && (await new Response(stream).text())).toBe("stream");
  });

  test.each<ReadAs>(["json", "text", "blob", "none", "json-or-nothing", "arrayBuffer", "stream"])(
    "a 204 response has no data, read as %s",
    async (readAs) => {
      expect(await read(null, readAs, 204)).toBeUndefined();
    },
  );

  test("an unwanted body is not fetched", async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      cancel: () => {
        isCancelled = true;
      },
    });
    expect(await read(body, "none")).toBeUndefined();
    expect(isCancelled).toBe(true);
  });

  test.each<ReadAs>(["json", "text", "blob", "json-or-nothing", "arrayBuffer"])(
    "a response read as %s may have exactly as many bytes as allowed",
    async (readAs) => {
      expect(await read(`"${"x".repeat(998)}"`, readAs)).toBeDefined();
      await expect(read(`"${"é".repeat(499)}x"`, readAs)).rejects.toThrow("too large");
    },
  );

  test("a response that is too long is not read to its end", async () => {
    let chunks = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(100).fill(0x20));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    await expect(read(body, "json")).rejects.toThrow("too large");
    expect([isCancelled, chunks <= 13]).toEqual([true, true]);
  });

  test("a response read as a stream may have any length", async () => {
    const stream = await read("x".repeat(5_000), "stream");
    expect(stream instanceof ReadableStream && (await new Response(stream).text()).length).toBe(5_000);
  });

  test("a blob keeps the content type of its response", async () => {
    const response = new Response("%PDF", { headers: { "content-type": "application/pdf" } });
    const blob = await readResponse(response, "blob", { maxBytes: 10, createUnexpectedError, createTooLargeError });
    expect(blob instanceof Blob && blob.type).toBe("application/pdf");
  });
});
