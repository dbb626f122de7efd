import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMultipart } from "./parse-multipart.ts";

const name = fc.string({
  unit: fc.constantFrom("a", "ü", '"', "\r\n", ";", "=", " ", "%", "\\"),
  minLength: 1,
  maxLength: 8,
});
const field = fc.oneof(
  fc.record({ name, text: fc.string({ unit: fc.constantFrom("x", "-", "--", "\r\n", "é", "\r\n--") }) }),
  fc.record({ name, fileName: name, bytes: fc.uint8Array({ maxLength: 200 }) }),
);

test("reads what fetch sends for any names and contents", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 5 }), async (fields) => {
      const form = new FormData();
      for (const entry of fields) {
        if ("text" in entry) form.append(entry.name, entry.text);
        else
          form.append(
            entry.name,
            new Blob([Uint8Array.from(entry.bytes)], { type: "application/pdf" }),
            entry.fileName,
          );
      }
      const request = new Request("http://nectar.example", { method: "POST", body: form });
      const contentType = request.headers.get("content-type") ?? "";
      const bytes = new Uint8Array(await request.arrayBuffer());
      const expected = fields.map((entry) => {
        if ("text" in entry) return { name: entry.name, text: entry.text };
        const { fileName, bytes: content } = entry;
        const base64 = Buffer.from(content).toString("base64");
        return { name: entry.name, file: { fileName, contentType: "application/pdf", size: content.length, base64 } };
      });
      expect(parseMultipart(bytes, contentType)).toEqual(expected);
    }),
  );
});

test("returns the complete parts of a truncated body", () => {
  const text =
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="c"\r\n\r\n2\r\n--b--\r\n';
  const whole = [
    { name: "a", text: "1" },
    { name: "c", text: "2" },
  ];
  expect(parseMultipart(Buffer.from(text), 'multipart/form-data; boundary="b"')).toEqual(whole);
  for (let end = 0; end <= text.length; end += 1) {
    const parts = parseMultipart(Buffer.from(text.slice(0, end)), "multipart/form-data; boundary=b") ?? [];
    expect(parts.length).toBeLessThanOrEqual(2);
    for (const [index, part] of parts.entries()) expect(part.name).toBe(whole[index]?.name);
  }
});

test.each([
  ["a text", "a text"],
  ["another boundary", "--c\r\n\r\n--c--"],
  ["a part without a name", "--b\r\nContent-Type: a/b\r\n\r\n1\r\n--b--"],
  ["a part without a head", "--b\r\n1\r\n--b--"],
])("%s is not a form", (_, text) => {
  expect(parseMultipart(Buffer.from(text), "multipart/form-data; boundary=b")).toBeUndefined();
  expect(parseMultipart(Buffer.from(text), "multipart/form-data")).toBeUndefined();
});
