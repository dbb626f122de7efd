import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { copyFixture } from "../support/copy-fixture.ts";
import { runMain } from "../support/run-main.ts";

const READ = 'import { usage } from "./holder.js";\nexport const time: unknown = usage.timeOfUse;\n';
const HOLDER =
  'import type { UsageData } from "@nectar-sdk/api-v0.1";\nexport declare const usage: UsageData;\nexport type Owner = UsageData;\n';

async function checkWith(files: Readonly<Record<string, string>>): Promise<string[]> {
  await using fixture = await copyFixture("empty");
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(fixture.root, name)), { recursive: true });
    await writeFile(join(fixture.root, name), text);
  }
  const { out } = await runMain(fixture.root, "check", "--from", "v0.1", "--to", "v0.3", "--format", "json");
  const json: { findings: { file: string; rule: string }[] } = JSON.parse(out.join("\n"));
  return json.findings.map(({ file, rule }) => `${file} ${rule}`);
}

test("an error is found in a file that imports the API through another file", async () => {
  expect(await checkWith({ "src/holder.ts": HOLDER, "src/read.ts": READ })).toEqual([
    "src/read.ts response-property-removed",
  ]);
});

test("an error is found in a file that has the types from a library", async () => {
  const found = await checkWith({
    "node_modules/usage-store/package.json": '{ "name": "usage-store", "types": "index.d.ts" }',
    "node_modules/usage-store/index.d.ts": HOLDER,
    "src/read.ts": READ.replace("./holder.js", "usage-store"),
  });

  expect(found).toEqual(["src/read.ts response-property-removed"]);
});

test.each([
  ["a global declaration", "declare global { interface Holder { usage: Owner } }\n"],
  ["a declaration in another module", 'declare module "./other.js" { interface Holder { usage: Owner } }\n'],
])("an error is found in a file that has the types from %s", async (_, declaration) => {
  const found = await checkWith({
    "src/holder.ts": HOLDER + declaration,
    "src/other.ts": "export interface Holder { id: string }\n",
    "src/read.ts":
      'import type { Holder as Other } from "./other.js";\n' +
      `export const read = (holder: ${declaration.includes("global") ? "Holder" : "Other"}) => holder.usage.timeOfUse;\n`,
  });

  expect(found).toEqual(["src/read.ts response-property-removed"]);
});

test("an error is found in a file that has the types from a declaration file without imports", async () => {
  const found = await checkWith({
    "src/holder.d.ts": 'declare const usage: import("@nectar-sdk/api-v0.1").UsageData;\n',
    "src/read.ts": "export const time: unknown = usage.timeOfUse;\n",
  });

  expect(found).toEqual(["src/read.ts response-property-removed"]);
});
