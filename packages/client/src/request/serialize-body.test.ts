import { describe, expect, test } from "vitest";
import { serializeBody } from "./serialize-body.ts";

describe("a JSON body", () => {
  test("is its JSON, and leaves out what is undefined", () => {
    expect(serializeBody({ name: "Plant 1", note: undefined, externalId: null, tags: ["a"] }, "json")).toBe(
      '{"name":"Plant 1","externalId":null,"tags":["a"]}',
    );
  });
});

describe("a multipart body", () => {
  test("has a part for each field and for each item of a list, files with their name and type", async () => {
    const document = new File(["%PDF-"], "bill.pdf", { type: "application/pdf" });
    const form = serializeBody({ document, siteId: "s1", tags: ["a", "b"], left: undefined, out: null }, "multipart");
    if (!(form instanceof FormData)) throw new Error("no form");
    expect([...form.keys()]).toEqual(["document", "siteId", "tags", "tags"]);
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    const sent = form.get("document");
    expect(sent).toBeInstanceOf(File);
    expect(sent).toMatchObject({ name: "bill.pdf", type: "application/pdf", size: 5 });
  });

  test("that is a form already stays as it is", () => {
    const form = new FormData();
    expect(serializeBody(form, "multipart")).toBe(form);
  });

  test("is made anew each time, since sending may use it up", () => {
    const body = { siteId: "s1" };
    expect(serializeBody(body, "multipart")).not.toBe(serializeBody(body, "multipart"));
  });
});

describe("a form body", () => {
  test("is urlencoded, lists as repeated keys", () => {
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
  ])("that is %s is sent as it is", (_what, body) => {
    expect(serializeBody(body, "raw")).toBe(body);
  });

  test("that is data is sent as JSON", () => {
    expect(serializeBody({ a: 1 }, "raw")).toBe('{"a":1}');
  });
});

test("a form is never turned into the text of an empty object", () => {
  const form = new FormData();
  expect(serializeBody(form, "json")).toBe(form);
});
