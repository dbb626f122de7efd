import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNectarError, NectarValidationError } from "../index.ts";
import { fillPath, parsePathNames } from "./fill-path.ts";

const site = { operation: "documents.retrieve", apiVersion: "v2.2" };

const fill = (value: unknown): string => fillPath("/document/{document_id}/end", { document_id: value }, site);

/** Text with many characters that are dangerous in a path. */
const pathText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(".", "..", "/", "\\", "%", "2e", "2E", "2f", "5c", "25", "00", "7f", "\0", "\n", "a", "é", "💡"),
    )
    .map((parts) => parts.join("")),
);

/** Path of a URL after the runtime has resolved steps up and separators. */
const toSegments = (path: string): string[] => new URL(`https://nectar.example/v2.2${path}`).pathname.split("/");

describe("a path parameter", () => {
  test("a path parameter is rejected, or becomes exactly one segment that decodes to itself", () => {
    fc.assert(
      fc.property(pathText, (text) => {
        let path: string;
        try {
          path = fill(text);
        } catch (error) {
          expect(error).toBeInstanceOf(NectarValidationError);
          return;
        }
        const [empty, version, resource, segment = "", end, ...more] = toSegments(path);
        expect([empty, version, resource, end, more]).toEqual(["", "v2.2", "document", "end", []]);
        expect(decodeURIComponent(segment)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a path parameter stays one segment, even if a server decodes it repeatedly", () => {
    fc.assert(
      fc.property(pathText, fc.integer({ min: 1, max: 5 }), (text, times) => {
        let segment: string;
        try {
          segment = fill(text).split("/")[2] ?? "";
          for (let time = 0; time < times; time += 1) segment = decodeURIComponent(segment);
        } catch {
          return; // refused, or nothing that can be decoded that often
        }
        expect(segment).not.toMatch(/[/\\\p{Cc}]|^\.{0,2}$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    "",
    ".",
    "..",
    "a/b",
    "a\\b",
    "../x",
    "%2e",
    "%2E%2e",
    "a%2Fb",
    "%5c",
    "%252e",
    "%25252f",
    "%00",
    "%0d%0a",
    "%1F",
    "%7f",
    "a\nb",
    "\0",
    "\u007f",
    "\u0085",
    "\ud800",
    undefined,
    null,
    {},
    ["a"],
    true,
  ])("the path parameter %j is rejected", (value) => {
    expect(() => fill(value)).toThrow(NectarValidationError);
  });

  test.each(["a", "...", ".a", "a.b", "100%", "ä ö", "a?b#c", "a;b=c", "2024-01-01T00:00:00Z", "__proto__", "💡"])(
    "the path parameter %j is sent",
    (value) => {
      expect(decodeURIComponent(toSegments(fill(value))[3] ?? "")).toBe(value);
    },
  );

  test("a path parameter may be a number", () => {
    expect(fill(42)).toBe("/document/42/end");
  });

  test("the error of a rejected path parameter names it and its operation", () => {
    let error: unknown;
    try {
      fill("..");
    } catch (thrown) {
      error = thrown;
    }
    expect(isNectarError(error) && error.message).toMatch(/^documents\.retrieve: path parameter "document_id" must/);
    expect(error).toMatchObject({ kind: "validation", operation: "documents.retrieve", apiVersion: "v2.2" });
  });
});

test("a parameter that exists only on the prototype is missing", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(() => fillPath(`/x/{${name}}`, {}, site)).toThrow(`path parameter "${name}"`);
  }
});

test("parameters are filled in at any position and listed in path order", () => {
  const template = "/a/{first}/b/{second}/{first}";
  expect(fillPath(template, { second: "2", first: "1" }, site)).toBe("/a/1/b/2/1");
  expect(parsePathNames(template)).toEqual(["first", "second", "first"]);
  expect(parsePathNames("/ping")).toEqual([]);
});

test("a value that looks like a template or a replacement pattern is inserted literally", () => {
  expect(fillPath("/a/{x}/{y}", { x: "{y}", y: "$&$1" }, site)).toBe("/a/%7By%7D/%24%26%241");
});
