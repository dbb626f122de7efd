import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createProject, VERSIONS } from "../support/apply-to.ts";
import { runMain } from "../support/run-main.ts";

const NAMES = ["timeOfUse", "serviceAddress", "msud_id", "v0_1", "UsageData", "UsageDataRetrievePath"];
const name = fc.constantFrom(...NAMES);

/** Statements that use the names of the API for things of the program. */
const ownStatement = fc.oneof(
  name.map((text) => `export interface Own { ${text}: string }\nexport const read = (own: Own) => own.${text};`),
  name.map((text) => `export const values = { ${text}: "1", "quoted": '${text}' };`),
  name.map((text) => `export function take({ ${text}, ...rest }: { ${text}: string }) { return [${text}, rest]; }`),
  name.map((text) => `// ${text} of @nectar-sdk/api-v0.1\nexport const path = "/usage/{${text}}";`),
  name.map((text) => `export const has = (value: object) => "${text}" in value;`),
  name.map((text) => `export const rows = [1].map((${text}) => ({ ${text} }));`),
);

/** Statements that use the API. */
const apiStatement = fc.oneof(
  fc.constant("export const api = v0_1;\nexport const version = v0_1.version;"),
  fc.constant("export const read = (path: UsageDataRetrievePath) => path.msud_id;"),
  fc.constant("export const tou = (usage: UsageData) => usage.timeOfUse;"),
  fc.constant('export const has = (usage: UsageData) => "serviceAddress" in usage;'),
  fc.constant("export const take = ({ msud_id }: UsageDataRetrievePath) => ({ msud_id });"),
  fc.constant("export { v0_1 };"),
);

const HEADER = 'import { v0_1, type UsageData, type UsageDataRetrievePath } from "@nectar-sdk/api-v0.1";\n';

/** One module, in one of the ways to write a file. */
function toModule(statement: fc.Arbitrary<string>, header: string): fc.Arbitrary<string> {
  return fc
    .record({ statement, mark: fc.boolean(), isWindows: fc.boolean() })
    .map(({ statement: text, mark, isWindows }) => {
      const module = `${mark ? "\uFEFF" : ""}${header}${text}\n`;
      return isWindows ? module.replaceAll("\n", "\r\n") : module;
    });
}

async function applyTwice(modules: readonly string[]) {
  const files = Object.fromEntries(modules.map((text, index) => [`src/file-${index}.ts`, text]));
  await using project = await createProject("empty", files);
  const read = () => Promise.all(Object.keys(files).map((file) => readFile(join(project.root, file), "utf8")));
  await runMain(project.root, "apply", ...VERSIONS);
  const once = await read();
  await runMain(project.root, "apply", ...VERSIONS);
  return { once, twice: await read() };
}

test("code that does not import our packages keeps every byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(toModule(ownStatement, ""), { minLength: 20, maxLength: 40 }), async (modules) => {
      expect((await applyTwice(modules)).once).toEqual(modules);
    }),
    { numRuns: 2 },
  );
});

test("applying twice is applying once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(toModule(apiStatement, HEADER), { minLength: 20, maxLength: 40 }), async (modules) => {
      const { once, twice } = await applyTwice(modules);

      expect(twice).toEqual(once);
      expect(once.some((text, index) => text === modules[index])).toBe(false);
    }),
    { numRuns: 2 },
  );
});
