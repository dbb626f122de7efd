import { expect, test } from "vitest";
import type { ApiPackage } from "../project/api-package.ts";
import { applyEdits } from "./apply-edits.ts";
import { editManifest, editWorkspace, toRange } from "./edit-manifest.ts";
import { listStaleEntries } from "./list-stale-entries.ts";

const [from, to] = ["v2.0", "v2.2"].map(
  (version): ApiPackage => ({
    version,
    name: `@nectar-sdk/api-${version}`,
    packageVersion: "0.3.1",
    folder: "/",
    origin: "installed",
    entries: new Map(),
    document: {},
    sha256: "",
  }),
);
if (from === undefined || to === undefined) throw new Error("no packages");
const move = { from, to };

test.each([
  ["^0.1.0", "^0.3.1"],
  ["~0.1.0", "~0.3.1"],
  [">=0.1.0", ">=0.3.1"],
  ["0.1.0", "0.3.1"],
  ["workspace:^", "workspace:^"],
  ["workspace:^0.1.0", "workspace:^0.3.1"],
  ["catalog:", "catalog:"],
  ["latest", "latest"],
  ["*", "*"],
  ["0.1.0 || 0.2.0", "0.1.0 || 0.2.0"],
  ["0.1.x", "0.3.x"],
  ["0.1.*", "0.3.*"],
  ["0.1", "0.3"],
  ["~0.1", "~0.3"],
  ["0", "0"],
])("the range %s becomes %s", (before, after) => {
  expect(toRange(before, "0.3.1")).toBe(after);
});

function edit(text: string, keepsOld = false): string {
  return applyEdits(text, editManifest(text, move, keepsOld));
}

test("indentation, order and the end of the file stay", () => {
  const text = '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"@nectar-sdk/api-v2.0" :  "^0.1.0",\n\t\t"b": "1"\n\t}\n}';

  expect(edit(text)).toBe(text.replace("api-v2.0", "api-v2.2").replace("^0.1.0", "^0.3.1"));
});

test.each(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])(
  "%s change, and other places with the name do not",
  (section) => {
    const other = '"scripts":{"@nectar-sdk/api-v2.0":"^0.1.0"}';

    expect(edit(`{"${section}":{"@nectar-sdk/api-v2.0":"0.1.0"},${other}}`)).toBe(
      `{"${section}":{"@nectar-sdk/api-v2.2":"0.3.1"},${other}}`,
    );
  },
);

test("where the new package is listed, the old entry goes", () => {
  const entries = ['"@nectar-sdk/api-v2.0": "^0.1.0"', '"@nectar-sdk/api-v2.2": "^0.2.0"'];
  const left = { dependencies: { "@nectar-sdk/api-v2.2": "^0.2.0" } };

  expect(JSON.parse(edit(`{ "dependencies": { ${entries.join(", ")} } }`))).toEqual(left);
  expect(JSON.parse(edit(`{ "dependencies": { ${entries.toReversed().join(", ")} } }`))).toEqual(left);
});

test("while code needs the old package, both are listed", () => {
  const text = '{\n  "dependencies": {\n    "@nectar-sdk/api-v2.0": "^0.1.0",\n    "b": "1"\n  }\n}\n';

  expect(edit(text, true)).toBe(text.replace('"^0.1.0",', '"^0.1.0",\n    "@nectar-sdk/api-v2.2": "^0.3.1",'));
});

test("catalogs of pnpm change line by line", () => {
  const text =
    'packages:\n  - "*"\ncatalog:\n  "@nectar-sdk/api-v2.0": ^0.1.0 # pinned\ncatalogs:\n  old:\n    \'@nectar-sdk/api-v2.0\': "0.1.0"\n';

  expect(applyEdits(text, editWorkspace(text, move, false))).toBe(
    text.replaceAll("api-v2.0", "api-v2.2").replace("^0.1.0", "^0.3.1").replace('"0.1.0"', '"0.3.1"'),
  );
  expect(editWorkspace(text.replaceAll("api-v2.0", "api-v2.2"), move, false)).toEqual([]);
});

const OLD = "@nectar-sdk/api-v2.0";

test("an alias of the old package names the new one", () => {
  const text = `{"dependencies":{"${OLD}":"npm:${OLD}@^0.1.0"}}`;

  expect(edit(text)).toBe('{"dependencies":{"@nectar-sdk/api-v2.2":"npm:@nectar-sdk/api-v2.2@^0.3.1"}}');
  expect(listStaleEntries(text, move, false)).toEqual([]);
});

test.each([
  "file:vendor/api-v2.0",
  "file:api.tgz",
  "link:../api-v2.0",
  "git+ssh://git@example.com/api.git",
  "acme/api-v2.0",
  "https://example.com/api-v2.0.tgz",
  "npm:@acme/api@1.0.0",
])("an entry with the address %s stays and is listed", (address) => {
  const text = `{"dependencies":{"${OLD}":"${address}"}}`;
  const catalog = `catalog:\n  "${OLD}": "${address}"\n`;

  expect(edit(text)).toBe(text);
  expect(listStaleEntries(text, move, false)).toEqual([`dependencies: "${OLD}":"${address}"`]);
  expect(editWorkspace(catalog, move, false)).toEqual([]);
});

const NEW = "@nectar-sdk/api-v2.2";

test.each([
  ["peerDependenciesMeta", `{"${OLD}":{"optional":true}}`, `{"${NEW}":{"optional":true}}`],
  ["overrides", `{"a":{"${OLD}":"~0.1.0"}}`, `{"a":{"${NEW}":"~0.3.1"}}`],
  ["overrides", `{"${OLD}":"$${OLD}"}`, `{"${NEW}":"$${NEW}"}`],
  ["resolutions", `{"${OLD}":"0.1.0"}`, `{"${NEW}":"0.3.1"}`],
  ["pnpm", `{"overrides":{"${OLD}":"catalog:"}}`, `{"overrides":{"${NEW}":"catalog:"}}`],
  ["bundledDependencies", `["a", "${OLD}"]`, `["a", "${NEW}"]`],
  ["bundleDependencies", `["${OLD}"]`, `["${NEW}"]`],
])("an entry in %s changes unless code needs the old package", (section, before, after) => {
  const text = `{"${section}":${before}}`;

  expect(edit(text)).toBe(`{"${section}":${after}}`);
  expect(edit(text, true)).toBe(text);
  expect(listStaleEntries(text, move, false)).toEqual([]);
});

test.each([
  ["overrides", `{"a":{"${OLD}@^0.1.0":"1"}}`],
  ["overrides", `{"${OLD}":"file:api.tgz"}`],
  ["resolutions", `{"**/${OLD}":"1"}`],
  ["pnpm", `{"overrides":{"a>${OLD}":"1"}}`],
])("a selector or an address in %s stays and is listed", (section, value) => {
  const text = `{"${section}":${value}}`;

  expect(edit(text)).toBe(text);
  expect(listStaleEntries(text, move, false)).toEqual([expect.stringContaining(`${section}: "`)]);
  expect(listStaleEntries(text, move, true)).toEqual([]);
  expect(listStaleEntries(text.replace("v2.0", "v2.2"), move, false)).toEqual([]);
});
