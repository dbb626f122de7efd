import { join } from "node:path";
import { expect, test } from "vitest";
import { planFiles } from "../../src/apply/plan-files.ts";
import { analyseProjects, loadMigration } from "../../src/changes/analyse.ts";
import type { Meaning } from "../../src/changes/meanings.ts";
import { createProject } from "../support/apply-to.ts";
import { INVENTED } from "../support/invented-history.ts";

const REMOVED: Omit<Meaning, "meaning"> = {
  property: "serviceAddress",
  rules: ["response-property-removed"],
  text: "Look at it.",
};

const HEADER = 'import type { UsageData } from "@nectar-sdk/api-v0.1";\n\n';

/** Plans the edits of one file for each line under a table of meanings. Returns the new text below its header. */
async function plan(lines: readonly string[], meaning: Meaning): Promise<string[]> {
  const files = new Map(lines.map((line, index) => [`src/file-${index}.ts`, `${HEADER}${line}\n`]));
  await using project = await createProject("empty", Object.fromEntries(files));
  const migration = { ...loadMigration(INVENTED, "v0.1", "v0.3", project.root), meanings: [meaning] };
  const projects = [...analyseProjects(migration, project.root, [])];
  const planned = planFiles(projects, migration, project.root, () => true);
  return [...files.keys()].map((name) => {
    const found = planned.files.find(({ file }) => file === join(project.root, name));
    return found?.content.toString().slice(HEADER.length).trimEnd() ?? "";
  });
}

const READ = "export const read = (usage: UsageData) => usage.serviceAddress;";

test("a property that the table renames is renamed where both types are the same", async () => {
  const meaning: Meaning = { ...REMOVED, meaning: "rename", after: "meter" };

  const renamed = await plan([READ], meaning);
  const refused = await plan([READ], { ...meaning, after: "timeOfUseBreakdown" });

  expect(renamed).toEqual([READ.replace("serviceAddress", "meter")]);
  expect(refused).toEqual([expect.stringMatching(/^\/\/ FIXME\(nectar-migrate [\da-f]{12}\): Look at it\.\n/)]);
  expect(refused[0]?.endsWith(READ)).toBe(true);
});

test("a hint edits nothing", async () => {
  const line = 'export const row: UsageData = { id: "1", serviceAddress: "x" };';

  const [planned = ""] = await plan([line], { ...REMOVED, meaning: "hint" });

  expect(planned).toMatch(/^\/\/ FIXME\(nectar-migrate [\da-f]{12}\): Look at it\.\n/);
  expect(planned.endsWith(line)).toBe(true);
});

test("a member with a written value that the table removes goes", async () => {
  const cases = [
    ['{ serviceAddress: "x", id: "1" }', '{ id: "1" }'],
    ['{ id: "1", serviceAddress: undefined }', '{ id: "1" }'],
    ['{\n  id: "1",\n  serviceAddress: "x",\n}', '{\n  id: "1",\n}'],
    ['{ serviceAddress: "x" }', "{  }"],
    ['{ "serviceAddress": `x`, id: "1" } as UsageData', '{ id: "1" } as UsageData'],
  ] as const;
  const toLine = (value: string) => `export const row: UsageData = ${value};`;

  const planned = await plan(
    cases.map(([before]) => toLine(before)),
    { ...REMOVED, meaning: "remove" },
  );

  expect(planned).toEqual(cases.map(([, after]) => toLine(after)));
});

test("a call, a variable, a comment, a read and the property of another type stay", async () => {
  const lines = [
    "export const row: UsageData = { serviceAddress: String(1) };",
    "export const to = (serviceAddress: string): UsageData => ({ serviceAddress });",
    'export const row: UsageData = { id: "1", /* of the site */ serviceAddress: "x" };',
    READ,
    'export const row: { serviceAddress: string } = { serviceAddress: "x" };',
  ];

  const planned = await plan(lines, { ...REMOVED, meaning: "remove" });

  expect(planned.map((text, index) => text.endsWith(lines[index] ?? "?"))).toEqual([true, true, true, true, true]);
  expect(planned.map((text) => text.startsWith("// FIXME(nectar-migrate "))).toEqual([true, true, true, true, false]);
});
