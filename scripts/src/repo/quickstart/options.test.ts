import { expect, test } from "vitest";
import { NEWEST_VERSION, VERSIONS } from "../../shared/versions.ts";
import { parseOptions } from "./options.ts";

test("the newest version is the default", () => {
  expect(parseOptions([])).toEqual({ help: false, version: NEWEST_VERSION });
  expect(parseOptions(["--version", "v2.0"])).toEqual({ help: false, version: "v2.0" });
});

test("a version may be written without its v", () => {
  expect(parseOptions(["--version=2.1"])).toEqual({ help: false, version: "v2.1" });
});

test("an unknown version is refused with the known ones", () => {
  expect(() => parseOptions(["--version", "v3"])).toThrow(`--version v3: expected one of: ${VERSIONS.join(", ")}`);
});

test("an unknown option is refused by name", () => {
  expect(() => parseOptions(["--port", "1"])).toThrow("--port");
});

test("help goes before everything else", () => {
  expect(parseOptions(["--help", "--version", "v3"])).toEqual({ help: true });
});
