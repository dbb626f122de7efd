import { expect, test } from "vitest";
import { parseContractOptions } from "./nectar-contract-options.ts";

const against = ["--against", "http://127.0.0.1:4010/v2.2"];
const verify = ["verify", "--api", "v2.2"];

test("all options except version and server have a default", () => {
  expect(parseContractOptions([...verify, ...against])).toEqual({
    api: "v2.2",
    against: "http://127.0.0.1:4010/v2.2",
    changesFrom: undefined,
    recordings: [],
    report: "text",
    output: undefined,
    headers: [],
    concurrency: 4,
    timeout: 30_000,
    includeWrites: false,
  });
});

test("recordings and headers may be repeated", () => {
  const args = [
    ...verify,
    ...against,
    "--recordings",
    "a",
    "--recordings",
    "b",
    "--header",
    "A: b: c",
    "--header",
    "d:e",
  ];
  expect(parseContractOptions(args)).toMatchObject({
    recordings: ["a", "b"],
    headers: [
      ["A", "b: c"],
      ["d", "e"],
    ],
  });
});

test("--help returns help, and no arguments return nothing", () => {
  for (const args of [["--help"], ["verify", "-h"], ["nonsense", "--help"]])
    expect(parseContractOptions(args)).toBe("help");
  expect(parseContractOptions([])).toBe("nothing");
});

test.each<[string[], string]>([
  [["--api", "v2.2"], "missing command: run nectar-contract verify …"],
  [["check"], "unknown command check: run nectar-contract verify …"],
  [["verify", "again"], "unknown command again: run nectar-contract verify …"],
  [["verify"], "missing --api: name the API version, --api v2.2"],
  [verify, "missing --against: name the server, --against <url>"],
  [[...verify, "--agianst", "x"], 'unknown option --agianst: did you mean "--against"?'],
  [[...verify, "--frobnicate"], "unknown option --frobnicate: see nectar-contract --help"],
  [["verify", "--api"], "Option '--api <value>' argument missing"],
  [[...verify, "--changes-from", "v2.0"], "--changes-from needs recordings: --recordings <file or folder>"],
  [
    [...verify, "--changes-from", "v2.2", "--recordings", "a"],
    "--changes-from v2.2 equals --api: name the version of the recordings",
  ],
  [[...verify, ...against, "--changes-from", "v2.0"], "--changes-from works offline: leave out --against"],
  [[...verify, ...against, "--report", "xml"], "--report xml: expected one of: text, json, junit, github"],
  [[...verify, ...against, "--header", "nothing"], '--header: expected "Name: value"'],
  [[...verify, ...against, "--concurrency", "0"], "--concurrency 0: expected a whole number above 0"],
  [[...verify, ...against, "--timeout", "1e99"], "--timeout 1e99: expected a whole number above 0"],
])("%j is refused with advice", (args, message) => {
  expect(() => parseContractOptions(args)).toThrow(message);
});
