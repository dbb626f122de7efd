import { afterEach, expect, test, vi } from "vitest";
import { readRecording } from "./read-recording.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("deeply nested brackets are refused without parsing", () => {
  const parse = vi.spyOn(JSON, "parse");

  expect(() => readRecording("[".repeat(5_000_000), "a.json")).toThrow(
    "a.json is not a recording (it is nested deeper than 256 levels): record it again with recorder.save()",
  );

  expect(parse).not.toHaveBeenCalled();
});

test("brackets inside strings do not count as nesting", () => {
  const text = JSON.stringify({ format: 2, note: `"\\${"[{".repeat(300)}` });

  expect(() => readRecording(text, "a.json")).toThrow("its format is 2");
});

test.each([
  ["of a cut text is its last, found without parsing its beginnings", "[1,\n1,\n1", ", line 3"],
  ["that the engine gives a position for is found by it", "[1,\n1\n1]", ", line 3"],
  ["of a long text with a wrong token is left out rather than searched", `[${"1,\n".repeat(700_000)}x]`, ""],
])("the line %s", (_, text, line) => {
  const parse = vi.spyOn(JSON, "parse");

  expect(() => readRecording(text, "a.json")).toThrow(`a.json is not valid JSON${line} (`);

  expect(parse).toHaveBeenCalledTimes(1);
});

test.each([
  ["method", "\n::error::x"],
  ["method", "GET S3cret"],
  ["method", ""],
  ["path", "http://example.com/"],
  ["path", "@example.com/"],
  ["path", "/\n::error::x"],
])("an invalid %s %j is refused", (name, value) => {
  const request = { method: "GET", path: "/ping", headers: {}, [name]: value };
  const text = JSON.stringify({ format: 1, api: "v2.2", specSha256: "", interactions: [{ request, violations: [] }] });

  expect(() => readRecording(text, "a.json")).toThrow(`a.json is not a recording (interaction 1/request/${name} must`);
});
