import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMain } from "./support/run-main.ts";

const OLD = { openapi: "3.0.3", info: { title: "Sites", version: "1" }, paths: { "/site": { get: {}, post: {} } } };
const NEW = { openapi: "3.1.0", info: { title: "Sites", version: "2" }, paths: { "/site": { get: {} } } };
const ADDED = { openapi: "3.0.3", info: OLD.info, paths: { "/site": { get: {}, post: {}, put: {} } } };

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
  await writeFile(join(folder, "old.json"), JSON.stringify(OLD));
  await writeFile(join(folder, "new.json"), JSON.stringify(NEW));
  await writeFile(join(folder, "added.json"), JSON.stringify(ADDED));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  const { code, out, err } = await runMain(folder, "diff", ...args);
  return { code, out, errors: err };
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

test("differences are listed by operation, worst first, with changes of text as a count", async () => {
  const { code, out } = await run("old.json", "new.json");

  expect(code).toBe(0);
  expect(out).toEqual([
    expect.stringMatching(/^before: old\.json \(Sites 1\), SHA-256 [0-9a-f]{12}$/),
    expect.stringMatching(/^after: {2}new\.json \(Sites 2\), SHA-256 [0-9a-f]{12}$/),
    "",
    "POST /site",
    expect.stringMatching(/^ {2}breaking {2}[0-9a-f]{12} {2}operation removed$/),
    "",
    "2 without effect (text); --format json lists them",
    "3 changes: 1 breaking, 2 text",
  ]);
});

test.each([
  ["breaking", "new.json", 1],
  ["breaking", "added.json", 0],
  ["maybe", "added.json", 0],
  ["any", "added.json", 1],
  ["any", "old.json", 0],
])("--fail-on %s with %s exits with %i", async (level, after, code) => {
  expect((await run("old.json", after, "--fail-on", level)).code).toBe(code);
});

test("the view decides the severity and the exit code", async () => {
  const limit = (maxLength: number) => ({
    openapi: "3.1.0",
    paths: { "/a": { get: { parameters: [{ name: "q", in: "query", schema: { type: "string", maxLength } }] } } },
  });
  const [before, after] = [
    await write("9.json", JSON.stringify(limit(9))),
    await write("5.json", JSON.stringify(limit(5))),
  ];

  const codes = ["wire", "typescript", "both"].map(
    async (view) => (await run(before, after, "--fail-on", "breaking", "--view", view)).code,
  );

  expect(await Promise.all(codes)).toEqual([1, 0, 1]);
});

test("the versions of the API are compared by name, and a document in YAML is the same as in JSON", async () => {
  const versions = await run("v0.1", "v0.3", "--fail-on", "breaking");
  const yaml = await write(
    "old.yaml",
    "openapi: 3.0.3\ninfo: { title: Sites, version: '1' }\npaths: { /site: { get: {}, post: {} } }\n",
  );

  expect(versions.code).toBe(1);
  expect((await run(yaml, "old.json")).out.at(-1)).toBe("0 changes");
});

test("a document of a git revision is read without a checkout", async () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: folder });
  git("init", "-q");
  await write("api.json", JSON.stringify(OLD));
  git("add", "api.json");
  git("commit", "-qm", "old");
  await write("api.json", JSON.stringify(NEW));

  expect((await run("HEAD:api.json", "api.json")).out.at(-1)).toBe("3 changes: 1 breaking, 2 text");
  expect((await run("HEAD:none.json", "api.json")).errors).toEqual([
    expect.stringMatching(
      /^nectar-migrate diff: HEAD:none\.json git cannot read it: .*; expected a file, or REVISION:path$/,
    ),
  ]);
});

test("a document is read from the standard input", () => {
  const script = `import { main } from ${JSON.stringify(join(import.meta.dirname, "../src/cli.ts"))}; process.exitCode = await main(process.argv.slice(1));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", script, "--", "diff", "-", "new.json"], {
    cwd: folder,
    input: JSON.stringify(OLD),
    encoding: "utf8",
  });

  expect(out).toContain("before: standard input (Sites 1)");
  expect(out).toContain("3 changes: 1 breaking, 2 text");
});

describe("bad input gets one line with the cure and exit code 2", () => {
  const deep = (levels: number) => `{"openapi":"3.1.0","paths":${'{"a":'.repeat(levels)}1${"}".repeat(levels)}}`;
  const withSchema = (schema: object) =>
    JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas: { A: schema } } });

  test.each<[string, string | Uint8Array, RegExp]>([
    ["empty", "", /is empty; expected an OpenAPI document/],
    ["blank", " \n\t", /is empty/],
    ["page", "<!DOCTYPE html><html></html>", /is an HTML or XML page; .*check the address/],
    ["binary", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]), /is not UTF-8 text/],
    ["nul", "openapi: 3.1.0\0", /is a binary file/],
    ["list", "[1]", /is not an object/],
    ["word", "hello", /is not an object/],
    ["cut", '{"openapi": "3.1.0", "pa', /is not valid JSON, perhaps cut off/],
    ["yaml", "a: [1\nb: 2", /is not valid YAML/],
    ["swagger", '{"swagger": "2.0", "paths": {}}', /is Swagger "2\.0"; convert it to OpenAPI 3 first/],
    ["future", '{"openapi": "3.2.0", "paths": {}}', /is OpenAPI 3\.2, which is not supported; save it as OpenAPI 3\.1/],
    ["other", '{"openapi": "4.0", "paths": {}}', /is OpenAPI "4\.0"; expected OpenAPI 3\.0 or 3\.1/],
    ["number", '{"openapi": 3.1, "paths": {}}', /has no `openapi` version/],
    ["null", '{"openapi": "3.0.3", "paths": null}', /has null as `paths`; write an object/],
    ["pathless", '{"openapi": "3.0.3"}', /has no `paths`/],
    ["components", '{"openapi": "3.0.3", "paths": {}, "components": []}', /has a list as `components`/],
    [
      "leads-out",
      withSchema({ $ref: "other.yaml#/A" }),
      /refers to "other\.yaml#\/A" at #\/components\/schemas\/A, outside the document; bundle it/,
    ],
    ["address", withSchema({ items: { $ref: "https://example.com/a.json" } }), /outside the document; bundle it/],
    ["deep", deep(2000), /is nested more than 100 levels deep/],
    ["deep.yaml", `openapi: 3.1.0\npaths: ${"[".repeat(2000)}`, /is nested more than 100 levels deep/],
    [
      "bomb.yaml",
      `a: &a [x, x]\n${[..."bcdefghijklmnopqrstuvwxyz"].map((name, index) => `${name}: &${name} [*${"abcdefghijklmnopqrstuvwxyz"[index]}, *${"abcdefghijklmnopqrstuvwxyz"[index]}]`).join("\n")}`,
      /aliases/,
    ],
    ["circle.yaml", "openapi: 3.1.0\npaths: &a { a: *a }", /alias/],
  ])("%s", async (name, content, message) => {
    const file = await write(`bad-${name}`, content);

    const { code, out, errors } = await run(file, "old.json");

    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
    expect(errors[0]).toContain(`nectar-migrate diff: ${file} `);
    expect(errors[0]).not.toMatch(/\n| {4}at /);
  });

  test.each([
    [["old.json"], /expected two documents, got 1/],
    [["-", "-"], /only one document can be -/],
    [["none.json", "old.json"], /none\.json does not exist; expected a file, -, REVISION:path, or one of: v0\.1/],
    [["https://example.com/api.json", "old.json"], /is an address; download it first/],
    [[".", "old.json"], /\. is a folder/],
    [["old.json", "new.json", "--format", "pdf"], /--format pdf: expected one of: terminal/],
    [["old.json", "new.json", "--view", "all"], /--view all: expected one of: wire, typescript, both/],
    [["old.json", "new.json", "--fail-on", "text"], /--fail-on text: expected one of: breaking, maybe, any/],
    [["old.json", "new.json", "--nope"], /expected --view, --format, --fail-on, --ignore/],
  ])("%j", async (args, message) => {
    const { code, errors } = await run(...args);

    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringMatching(message)]);
  });
});

describe("the list of ignored changes", () => {
  async function findId(): Promise<string> {
    const { out } = await run("old.json", "new.json");
    return /breaking {2}([0-9a-f]{12})/.exec(out.join("\n"))?.[1] ?? "";
  }

  const entry = (id: string, until = "2999-12-31", reason = "Sites come from another system.") =>
    `- { id: "${id}", until: "${until}", reason: "${reason}" }\n`;

  test("accepts changes by id, and counts them", async () => {
    const list = await write("ignore.yaml", entry(await findId()));

    const { code, out } = await run("old.json", "new.json", "--fail-on", "breaking", "--ignore", list);

    expect(code).toBe(0);
    expect(out.slice(-3)).toEqual([
      "2 without effect (text); --format json lists them",
      "1 ignored",
      "2 changes: 2 text",
    ]);
  });

  test("is invalid if an id matches nothing any more, or its last day has passed", async () => {
    const id = await findId();
    const list = await write("stale.yaml", entry(id, "2020-01-01") + entry("0123456789ab"));

    expect(await run("old.json", "new.json", "--ignore", list)).toMatchObject({
      code: 2,
      errors: [
        `nectar-migrate diff: --ignore: ${id} ended on 2020-01-01, act on it or extend it; 0123456789ab matches no change, remove it`,
      ],
    });
  });

  test.each([
    ["{}", /is not a list/],
    ["- { id: 1 }", /entry 1 needs an `id` of 12 hex digits, in quotes/],
    ['- { id: "0123456789ab", until: "2999-01-01" }', /entry 1 \(0123456789ab\) needs a `reason`/],
    ['- { id: "0123456789ab", reason: a, until: "2999-02-30" }', /needs a day as `until`/],
    ["[", /is not a list/],
  ])("is invalid as %s", async (content, message) => {
    const list = await write("bad-list.yaml", content);

    const { code, errors } = await run("old.json", "new.json", "--ignore", list);

    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringMatching(message)]);
  });

  test("must exist", async () => {
    expect((await run("old.json", "new.json", "--ignore", "none.yaml")).errors).toEqual([
      `nectar-migrate diff: --ignore ${join(folder, "none.yaml")}: cannot be read; expected a YAML or JSON file`,
    ]);
  });
});

test("the help names every option", async () => {
  const { code, out } = await run("--help");
  const source = await readFile(join(import.meta.dirname, "../src/diff/command.ts"), "utf8");
  const options = [...source.matchAll(/^ {4}"?([a-z-]+)"?: \{ type: "string"/gm)].map(([, option]) => `--${option}`);

  expect(code).toBe(0);
  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(out.join("\n")).toContain(option);
});
