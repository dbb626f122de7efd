import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { parseBehaviourChanges } from "./parse-behaviour-changes.ts";

const ENTRY = `
  - id: a-fact
    from: v1.0
    to: v1.1
    change: Something differs.
    operations: [things.list]
    fields: [size]
    evidence: seen
    source: [https://example.com/page]
    wrong: It fails.
    look: Look.
`;

const parse = (text: string) => parseBehaviourChanges(text, ["v1.0", "v1.1"], "facts.yaml");

test("the file of this repository is valid, and each of its facts has a public source", async () => {
  const text = await readFile(join(ROOT, "specs/behaviour-changes.yaml"), "utf8");

  const changes = parseBehaviourChanges(text, VERSIONS);

  expect(changes.length).toBeGreaterThan(4);
  expect(changes.filter(({ source }) => source.length === 0)).toEqual([]);
});

test("an entry is read as written, and a file without entries is valid", () => {
  expect(parse(`changes:${ENTRY}`)).toMatchObject([{ id: "a-fact", to: "v1.1", operations: ["things.list"] }]);
  expect(parse("changes: []")).toEqual([]);
});

test.each([
  ["an unknown key", `changes:${ENTRY}    since: v1.1\n`, "changes[0]: unknown key since; expected one of: id, from"],
  ["a missing key", `changes:${ENTRY.replace("    wrong: It fails.\n", "")}`, "changes[0]: `wrong` must be a string"],
  ["an unknown version", `changes:${ENTRY.replace("to: v1.1", "to: v9")}`, "`to` must be one of: v1.0, v1.1"],
  ["a step back", `changes:${ENTRY.replace("from: v1.0", "from: v1.1")}`, "`to` must be newer than `from`"],
  ["an operation id", `changes:${ENTRY.replace("things.list", "things_list")}`, "things_list is not a resource method"],
  ["another address", `changes:${ENTRY.replace("https:", "javascript:")}`, "is not an https URL"],
  ["an id that is used twice", `changes:${ENTRY}${ENTRY}`, "changes[1]: the id a-fact is used twice"],
  ["code without its counterpart", `changes:${ENTRY}    before: x\n`, "`before` and `after` come together"],
  ["an empty list", `changes:${ENTRY.replace("[size]", "[]")}`, "`fields` must be a list of 1 to 50 strings"],
  ["another section", "changes: []\nothers: []", "facts.yaml: unknown key others"],
  ["no list", "changes: 1", "expected at most 200 changes"],
  ["a file that is not YAML", "changes: [", "facts.yaml:1:"],
  ["a list without end", `changes: [${"{}, ".repeat(201)}{}]`, "expected at most 200 changes"],
  ["a very long file", `# ${"x".repeat(200_000)}`, "the file is too long"],
  ["an entry that is not one", "changes: [null]", "changes[0]: expected an entry with keys"],
])("%s is refused with its place", (_, text, message) => {
  expect(() => parse(text)).toThrow(message);
});

test("aliases are refused, so that a small file stays small", () => {
  expect(() => parse("changes: &a [*a]")).toThrow(/alias/i);
});
