import { beforeAll, expect, test } from "vitest";
import { applyToAll } from "../support/apply-to.ts";

const PACKAGE = '"@nectar-sdk/api-v0.1"';

/** Names the new package, as the expected code does. */
function toNew(text: string): string {
  return text.replaceAll("api-v0.1", "api-v0.3");
}

const MEMBERS: readonly [string, string, string][] = [
  [
    "an access",
    "export const read = (path: Path) => path.msud_id;",
    "export const read = (path: Path) => path.usage_data_id;",
  ],
  [
    "an optional chain",
    "export const read = (path?: Path) => path?.msud_id;",
    "export const read = (path?: Path) => path?.usage_data_id;",
  ],
  [
    "an element access",
    "export const read = (path: Path) => path['msud_id'];",
    "export const read = (path: Path) => path['usage_data_id'];",
  ],
  [
    "a pattern",
    "export const read = ({ msud_id }: Path) => msud_id;",
    "export const read = ({ usage_data_id: msud_id }: Path) => msud_id;",
  ],
  [
    "a pattern with a default and a rest",
    'export const read = ({ msud_id = "1", ...rest }: Partial<Path>) => [msud_id, rest];',
    'export const read = ({ usage_data_id: msud_id = "1", ...rest }: Partial<Path>) => [msud_id, rest];',
  ],
  [
    "a pattern with another variable",
    "export function read(path: Path) { const { msud_id: id } = path; return id; }",
    "export function read(path: Path) { const { usage_data_id: id } = path; return id; }",
  ],
  [
    "an assignment pattern",
    'export function read(path: Path) { let msud_id = ""; ({ msud_id } = path); return msud_id; }',
    'export function read(path: Path) { let msud_id = ""; ({ usage_data_id: msud_id } = path); return msud_id; }',
  ],
  [
    "a shorthand",
    "export const to = (msud_id: string): Path => ({ msud_id });",
    "export const to = (msud_id: string): Path => ({ usage_data_id: msud_id });",
  ],
  [
    "a quoted key",
    'export const path: Path = { "msud_id": "1" };',
    'export const path: Path = { "usage_data_id": "1" };',
  ],
  [
    "a nested literal",
    'export const paths: { one: Path }[] = [{ one: { msud_id: "1" } }];',
    'export const paths: { one: Path }[] = [{ one: { usage_data_id: "1" } }];',
  ],
  [
    "satisfies",
    'export const path = { msud_id: "1" } satisfies Path;',
    'export const path = { usage_data_id: "1" } satisfies Path;',
  ],
  ["an indexed type", 'export type Id = Path["msud_id"];', 'export type Id = Path["usage_data_id"];'],
];

const HEADER = `import type { UsageDataRetrievePath as Path } from ${PACKAGE};\n\n`;

const EXPORTS: readonly [string, string, string][] = [
  [
    "an import with its uses",
    `import { v0_1 } from ${PACKAGE};\nexport const all = { v0_1, version: v0_1.version };`,
    'import { v0_3 } from "@nectar-sdk/api-v0.3";\nexport const all = { v0_1: v0_3, version: v0_3.version };',
  ],
  [
    "an import with another name",
    `import { v0_1 as api } from ${PACKAGE};\nexport { api };`,
    'import { v0_3 as api } from "@nectar-sdk/api-v0.3";\nexport { api };',
  ],
  [
    "an export that others import keeps its name",
    `import { v0_1 } from ${PACKAGE};\nexport { v0_1 };`,
    'import { v0_3 } from "@nectar-sdk/api-v0.3";\nexport { v0_3 as v0_1 };',
  ],
  [
    "a re-export",
    `export { v0_1, type V0_1 as Api } from ${PACKAGE};`,
    'export { v0_3 as v0_1, type V0_3 as Api } from "@nectar-sdk/api-v0.3";',
  ],
  ["everything", `export * from ${PACKAGE};`, 'export * from "@nectar-sdk/api-v0.3";'],
  [
    "a namespace",
    `import * as api from ${PACKAGE};\nexport const one: api.V0_1 = api.v0_1;`,
    'import * as api from "@nectar-sdk/api-v0.3";\nexport const one: api.V0_3 = api.v0_3;',
  ],
  [
    "an import type",
    `export type Api = import(${PACKAGE}).V0_1;`,
    'export type Api = import("@nectar-sdk/api-v0.3").V0_3;',
  ],
  [
    "a subpath",
    `export type { paths } from "@nectar-sdk/api-v0.1/schema";`,
    'export type { paths } from "@nectar-sdk/api-v0.3/schema";',
  ],
  [
    "a file that uses the new name already gets an alias",
    `import { v0_1 } from ${PACKAGE};\nexport const v0_3 = v0_1;`,
    'import { v0_3 as v0_1 } from "@nectar-sdk/api-v0.3";\nexport const v0_3 = v0_1;',
  ],
  [
    "a shadowing variable stays",
    `import { v0_1 } from ${PACKAGE};\nexport const one = v0_1;\nexport const f = (v0_1: string) => v0_1;`,
    'import { v0_3 } from "@nectar-sdk/api-v0.3";\nexport const one = v0_3;\nexport const f = (v0_1: string) => v0_1;',
  ],
];

let edited: Awaited<ReturnType<typeof applyToAll>>;

beforeAll(async () => {
  edited = await applyToAll([
    ...MEMBERS.map(([, code]) => `${HEADER}${code}\n`),
    ...EXPORTS.map(([, code]) => `${code}\n`),
  ]);
});

test.each(MEMBERS)("%s is renamed by its type", (_, before, after) => {
  expect(edited.texts.get(`${HEADER}${before}\n`)).toBe(`${toNew(HEADER)}${after}\n`);
});

test.each(EXPORTS)("versions and packages: %s", (_, before, after) => {
  expect(edited.texts.get(`${before}\n`)).toBe(`${after}\n`);
});

test("nothing is left to do after edits alone", () => {
  expect([edited.code, edited.summary]).toEqual([0, expect.stringMatching(/^applied \d+, marked 0, 0 errors left$/)]);
});

const MARKED: readonly [string, string][] = [
  ["a union with a foreign type", "export const read = (path: Path | { msud_id: string }) => path.msud_id;"],
  ["Pick", 'export const read = (path: Pick<Path, "msud_id">) => path;'],
  ["a dynamic key", "export const read = (path: Path, key: Extract<keyof Path, string>) => path[key];"],
];

test("an unsafe place is marked, not edited", async () => {
  const { texts, summary, code } = await applyToAll(MARKED.map(([, unsafe]) => `${HEADER}${unsafe}\n`));

  expect([...texts.values()]).toEqual(MARKED.map(([, unsafe]) => expect.stringContaining(`\n${unsafe}\n`)));
  for (const text of texts.values()) expect(text).toMatch(/\n\n\/\/ FIXME\(nectar-migrate [\w-]+\): [^\n]+\n[^\n]+\n$/);
  expect(summary).toMatch(/^applied 4, marked 3, /);
  expect(code).toBe(1);
});

test("an element of our meters that has the same name stays", async () => {
  const code = [
    `import type { Meter, TimeOfUseBreakdown, UsageData } from ${PACKAGE};`,
    "",
    "export const read = (meter: Meter, part: TimeOfUseBreakdown) => [meter.timeOfUse, part.timeOfUse];",
    "export const old = (usage: UsageData) => usage.timeOfUse;",
    "",
  ].join("\n");

  const { texts, summary } = await applyToAll([code]);
  const text = texts.get(code) ?? "";

  expect(text.match(/FIXME/g)).toHaveLength(1);
  expect(text).toContain(
    "export const read = (meter: Meter, part: TimeOfUseBreakdown) => [meter.timeOfUse, part.timeOfUse];\n//",
  );
  expect(summary).toBe("applied 2, marked 1, 1 errors left: response-property-removed 1");
});

test("byte order mark, line endings and quotes stay", async () => {
  const lines = [
    "\uFEFFimport type { UsageDataRetrievePath, UsageData } from '@nectar-sdk/api-v0.1'",
    "",
    "export const read = (path: UsageDataRetrievePath) => path['msud_id']",
    "export const tou = (usage: UsageData) => usage.timeOfUse",
    "",
  ];

  const { texts } = await applyToAll([lines.join("\r\n")]);
  const [text = ""] = texts.values();

  expect(text.split("\r\n")).toEqual([
    "\uFEFFimport type { UsageDataRetrievePath, UsageData } from '@nectar-sdk/api-v0.3'",
    "",
    "export const read = (path: UsageDataRetrievePath) => path['usage_data_id']",
    expect.stringMatching(/^\/\/ FIXME/),
    "export const tou = (usage: UsageData) => usage.timeOfUse",
    "",
  ]);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});
