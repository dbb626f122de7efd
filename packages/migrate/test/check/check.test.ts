import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyFixture } from "../support/copy-fixture.ts";
import { check, VERSIONS } from "../support/run-check.ts";
import { runMain } from "../support/run-main.ts";

test("each new error of a script names its place, the change and what to do", async () => {
  await using fixture = await copyFixture("script");

  const { code, json, places } = await check(fixture.root);

  expect(code).toBe(1);
  expect(places.filter((_, index) => json.findings[index]?.kind === "type-error")).toEqual([
    "src/report.ts:8 path-parameter-renamed msud_id",
    "src/report.ts:12 response-property-removed serviceAddress",
    "src/report.ts:13 response-property-removed timeOfUse",
    'src/report.ts:17 path-parameter-renamed "/usage/{msud_id}"',
    "src/report.ts:18 response-property-removed timeOfUse",
  ]);
  expect(json.findings[0]).toMatchObject({
    advice: "Write usage_data_id instead of msud_id.",
    id: expect.stringMatching(/^[\da-f]{12}$/),
  });
  expect(json.errorsBefore).toBe(0);
});

test("places that compile and may break say how sure it is", async () => {
  await using fixture = await copyFixture("script");

  const { json } = await check(fixture.root);

  const silent = json.findings.filter(({ kind, file }) => kind === "silent" && file === "src/report.ts");
  expect(silent.map(({ rule, certainty, expression }) => [rule, certainty, expression])).toEqual([
    ["in-check", "certain", '"serviceAddress" in usage'],
    ["excess-field", "certain", 'serviceAddress: "1 Harbour Road"'],
    ["base-url", "certain", expect.stringContaining("bills.example/v0/")],
    ["behaviour", "possible", expect.stringMatching(/^nectar\.raw\.GET/)],
    ["behaviour", "possible", expect.stringMatching(/^nectar\.raw\.GET/)],
    ["text", "possible", '"SELECT id, serviceAddress FROM usage"'],
    ["untyped-access", "possible", "row.timeOfUse"],
    ["hand-made-request", "possible", '"X-API-KEY"'],
  ]);
});

test.each<[string, string[]]>([
  [
    "next-app",
    ["app/page.tsx:4 response-property-removed serviceAddress", 'lib/nectar.ts:6 path-parameter-renamed "msud_id"'],
  ],
  [
    "monorepo",
    [
      "packages/app/src/main.ts:6 path-parameter-renamed msud_id",
      'packages/app/src/main.ts:7 path-parameter-renamed path["msud_id"]',
      "packages/app/src/main.ts:7 response-property-removed timeOfUse",
      "packages/app/src/run.ts:9 path-parameter-renamed msud_id",
    ],
  ],
  [
    "commonjs",
    [
      "src/read.cts:3 path-parameter-renamed msud_id",
      'src/run.ts:11 path-parameter-renamed "/usage/{msud_id}"',
      "src/run.ts:13 type-error usage",
    ],
  ],
  [
    "javascript",
    [
      "src/main.js:15 response-property-removed serviceAddress",
      "src/main.js:19 path-parameter-renamed msud_id",
      'src/main.js:20 path-parameter-renamed "/usage/{msud_id}"',
      // The call of line 9 has no type any more.
      "src/run.js:10 type-error data",
      "src/run.js:13 path-parameter-renamed msud_id",
    ],
  ],
  ["half-migrated", ["src/main.ts:7 response-property-removed timeOfUse"]],
])("%s: every place is found", async (name, expected) => {
  await using fixture = await copyFixture(name);

  const { code, places, json } = await check(fixture.root);

  expect(places).toEqual(expected);
  expect(code).toBe(1);
  expect(json.errorsBefore).toBe(0);
});

test("a call that behaves differently names what goes wrong and where to look", async () => {
  await using fixture = await copyFixture("next-app");

  const { json } = await check(fixture.root, "--only", "behaviour");

  expect(json.findings.length).toBeGreaterThan(0);
  expect(new Set(json.findings.map(({ file, line }) => `${file}:${line}`))).toEqual(
    new Set(["app/page.tsx:9", "app/page.tsx:12"]),
  );
  expect(json.findings.map(({ id }) => id)).toContain("demand-in-usage-lists");
  expect(json.findings[0]).toMatchObject({ certainty: "possible", advice: expect.stringContaining("Find each sum") });
});

test("the same names outside our packages give no finding", async () => {
  await using fixture = await copyFixture("negative");

  const { code, places, json } = await check(fixture.root);

  expect([code, places]).toEqual([0, []]);
  expect(json.unreached).toBeGreaterThan(0);
});

test("the new version need not be installed, and nothing is written", async () => {
  await using fixture = await copyFixture("script", ["api-v0.1", "client"]);
  const before = await readFile(join(fixture.root, "src/report.ts"), "utf8");

  const { json, places } = await check(fixture.root);

  expect(json.to).toMatchObject({ origin: "bundled", sha256: expect.stringMatching(/^[\da-f]{64}$/) });
  expect(json.from).toMatchObject({ origin: "installed" });
  expect(places).toHaveLength(11);
  expect(await readFile(join(fixture.root, "src/report.ts"), "utf8")).toBe(before);
  expect((await readdir(fixture.root)).sort()).toEqual(["node_modules", "package.json", "src", "tsconfig.json"]);
});

test("errors that the project has without a change are counted apart", async () => {
  await using fixture = await copyFixture("negative");
  await writeFile(join(fixture.root, "src/broken.ts"), 'export const size: number = "1";\n');

  const { code, json } = await check(fixture.root);

  expect([code, json.findings, json.errorsBefore]).toEqual([0, [], 1]);
});

test("files outside every tsconfig are named", async () => {
  await using fixture = await copyFixture("negative");
  await writeFile(join(fixture.root, "tool.mjs"), "export {};\n");

  expect((await check(fixture.root)).json.outside).toEqual(["tool.mjs"]);
  expect((await runMain(fixture.root, "check", ...VERSIONS)).out.slice(-2)).toEqual([
    "1 file outside every tsconfig, not checked: tool.mjs",
    "Include them in a tsconfig (JavaScript with allowJs), or pass their tsconfig with -p.",
  ]);
});

/** A project with other settings of the compiler. */
async function copyWithOptions(name: string, options: Readonly<Record<string, unknown>>) {
  const fixture = await copyFixture(name);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ["es2023", "dom"],
    ...options,
  };
  await writeFile(join(fixture.root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  return fixture;
}

test("a project of CommonJS has the same findings, also with a resolution that does not read exports", async () => {
  await using modules = await copyFixture("script");
  await using nodenext = await copyWithOptions("script", { module: "nodenext" });
  await writeFile(join(nodenext.root, "package.json"), '{ "type": "commonjs" }');
  await using node10 = await copyWithOptions("script", { module: "commonjs", moduleResolution: "node10" });
  const expected = await check(modules.root);

  const found = [await check(nodenext.root), await check(node10.root)];

  expect(expected.places.length).toBeGreaterThan(10);
  expect(found.map(({ places }) => places)).toEqual([expected.places, expected.places]);
});

test("files of both formats in one project see the same types", async () => {
  await using fixture = await copyWithOptions("negative", { module: "nodenext" });
  const take = `import type { UsageData } from "@nectar-sdk/api-v0.1";\n`;
  const read = `export const read = (row: UsageData): unknown => row.timeOfUse;\n`;
  await writeFile(join(fixture.root, "src/modern.mts"), take + read);
  await writeFile(
    join(fixture.root, "src/old.cts"),
    `${take}export const use = async (row: UsageData): Promise<unknown> => (await import("./modern.mjs")).read(row);\n${read}`,
  );

  const { places, json } = await check(fixture.root);

  expect(places).toEqual([
    "src/modern.mts:2 response-property-removed timeOfUse",
    "src/old.cts:3 response-property-removed timeOfUse",
  ]);
  expect(json.errorsBefore).toBe(0);
});

test("a project in which our packages do not resolve fails with the setting to change and exit code 2", async () => {
  await using fixture = await copyWithOptions("script", { module: "es2022", moduleResolution: "classic" });

  const { code, err } = await check(fixture.root);

  expect(code).toBe(2);
  expect(err).toEqual([
    'nectar-migrate check: src/report.ts imports @nectar-sdk/api-v0.1, which tsconfig.json does not resolve: set "moduleResolution" to "bundler" or "nodenext"',
  ]);
});

test("a project that does not find our package for another reason is told to install it", async () => {
  await using fixture = await copyWithOptions("script", {
    module: "nodenext",
    paths: { "@nectar-sdk/api-v0.1": ["./missing.d.ts"], "@nectar-sdk/api-v0.3": ["./missing.d.ts"] },
  });
  await rm(join(fixture.root, "node_modules/@nectar-sdk/api-v0.1"));

  const { code, err } = await check(fixture.root);

  expect(code).toBe(2);
  expect(err).toEqual([expect.stringContaining("does not resolve: install it with npm install @nectar-sdk/api-v0.1")]);
});

test.each<[string[], string]>([
  [["check"], "missing --from: expected one of: "],
  [["check", "--from", "v9", "--to", "v0.3"], "--from v9: expected one of: "],
  [["check", ...VERSIONS, "-p", "nowhere.json"], "-p nowhere.json: the file does not exist"],
  [["check", ...VERSIONS, "--format", "xml"], "--format xml: expected one of: terminal, json, markdown, github"],
  [["check", ...VERSIONS, "--all"], "Unknown option '--all'; expected --from, --to, --project, --only, --format"],
])("%j fails with one line and exit code 2", async (args, message) => {
  await using fixture = await copyFixture("negative");

  const { code, out, err } = await runMain(fixture.root, ...args);

  expect([code, out]).toEqual([2, []]);
  expect(err).toEqual([expect.stringContaining(message)]);
});

test("--only keeps the findings of a rule, an id or files", async () => {
  await using fixture = await copyFixture("script");
  const { json } = await check(fixture.root);
  const id = json.findings.find(({ expression }) => expression === "row.timeOfUse")?.id ?? "";

  const rules = await Promise.all(
    ["in-check", id, "src/report.ts", "lib/**"].map(
      async (only) => (await check(fixture.root, "--only", only)).json.findings.length,
    ),
  );

  expect(rules).toEqual([1, 3, 13, 0]);
});

test("GitHub's format escapes the text of findings", async () => {
  await using fixture = await copyFixture("next-app");

  const { out } = await runMain(fixture.root, "check", ...VERSIONS, "--format", "github");

  expect(out[0]).toMatch(
    /^::error file=app\/page\.tsx,line=4,col=36,title=response-property-removed [\da-f]{12}::UsageData serviceAddress: /,
  );
});

test("the Markdown has one row for each finding", async () => {
  await using fixture = await copyFixture("next-app");

  const { json } = await check(fixture.root);

  const { out } = await runMain(fixture.root, "check", ...VERSIONS, "--format", "markdown");

  expect(out.filter((line) => line.startsWith("| "))).toHaveLength(2 + json.findings.length);
});
