import { describe, expect, test } from "vitest";
import { serializeBody } from "./serialize-body.ts";

describe("a JSON body", () => {
  test("a JSON body is serialized without undefined properties", () => {
    expect(serializeBody({ name: "Plant 1", note: undefined, externalId: null, tags: ["a"] }, "json")).toBe(
      '{"name":"Plant 1","externalId":null,"tags":["a"]}',
    );
  });
});

describe("a multipart body", () => {
  test("a multipart body has a part for each field and each item of a list, and files keep name and type", async () => {
    const document = new File(["%PDF-"], "bill.pdf", { type: "application/pdf" });
    const form = serializeBody({ document, siteId: "s1", tags: ["a", "b"], left: undefined, out: null }, "multipart");
    if (!(form instanceof FormData)) throw new Error("no form");
    expect([...form.keys()]).toEqual(["document", "siteId", "tags", "tags"]);
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    const sent = form.get("document");
    expect(sent).toBeInstanceOf(File);
    expect(sent).toMatchObject({ name: "bill.pdf", type: "application/pdf", size: 5 });
  });

  test("a ready-made multipart form is sent unchanged", () => {
    const form = new FormData();
    expect(serializeBody(form, "multipart")).toBe(form);
  });

  test("a multipart body is created for each attempt, since sending may consume it", () => {
    const body = { siteId: "s1" };
    expect(serializeBody(body, "multipart")).not.toBe(serializeBody(body, "multipart"));
  });
});

describe("a form body", () => {
  test("a form body is urlencoded, with lists as repeated keys", () => {
    expect(String(serializeBody({ a: "x y", b: [1, 2], c: undefined, d: true }, "form"))).toBe("a=x+y&b=1&b=2&d=true");
  });
});

describe("a raw body", () => {
  test.each([
    ["text", "text"],
    ["a blob", new Blob(["x"])],
    ["a form", new FormData()],
    ["search parameters", new URLSearchParams("a=1")],
    ["a stream", new ReadableStream()],
  ])("a raw body of type %s is sent unchanged", (_what, body) => {
    expect(serializeBody(body, "raw")).toBe(body);
  });

  test("a raw body of plain data is sent as JSON", () => {
    expect(serializeBody({ a: 1 }, "raw")).toBe('{"a":1}');
  });
});

test("FormData is never serialized to an empty object", () => {
  const form = new FormData();
  expect(serializeBody(form, "json")).toBe(form);
});
