import { expect, test } from "vitest";
import { checkPacked } from "./check-packed.ts";

const MANIFEST = {
  license: "MIT",
  type: "module",
  main: "./dist/cjs/index.js",
  exports: {
    ".": {
      import: { types: "./dist/esm/index.d.ts", default: "./dist/esm/index.js" },
      require: { types: "./dist/cjs/index.d.ts", default: "./dist/cjs/index.js" },
    },
    "./modern": { types: "./dist/modern.d.ts", default: "./dist/modern.js" },
    "./package.json": "./package.json",
  },
  typesVersions: { "*": { old: ["./dist/old.d.ts"] } },
  bin: { run: "bin/run.js" },
  files: ["bin", "dist"],
  sideEffects: false,
  engines: { node: ">=20" },
  dependencies: { other: "1.0.0" },
};
const FILES = [
  ...["LICENSE", "README.md", "package.json", "bin/run.js", "dist/modern.js", "dist/modern.d.ts", "dist/old.d.ts"],
  ...["esm", "cjs"].flatMap((format) =>
    ["index.js", "index.d.ts", "package.json"].map((file) => `dist/${format}/${file}`),
  ),
];

test("a package that is complete has no problem", () => {
  expect(checkPacked(MANIFEST, new Set(FILES))).toEqual([]);
});

test.each(FILES)("a package without %s is not published", (file) => {
  const files = new Set(FILES.filter((other) => other !== file));

  expect(checkPacked(MANIFEST, files)).toEqual([`${file} is not packed`]);
});

test.each([
  "src/index.ts",
  "test/a.ts",
  "dist/index.test.js",
  "dist/a.tsbuildinfo",
  "tsconfig.json",
  "dist/cjs/a.js.map",
])("a package with %s is not published", (file) => {
  expect(checkPacked(MANIFEST, new Set([...FILES, file]))).toEqual([`${file} is packed, though no user needs it`]);
});

test.each([
  [{ license: undefined }, "`license` is missing"],
  [{ type: "commonjs" }, '`type` is not "module"'],
  [{ sideEffects: true }, "`sideEffects` is not false"],
  [{ engines: {} }, "`engines.node` is missing"],
  [{ files: undefined }, "`files` is missing"],
  [{ publishConfig: { registry: "https://registry.test/" } }, "`publishConfig.registry` names a registry"],
  [{ scripts: { postinstall: "node x.js" } }, "the script `postinstall` runs on the machines of users"],
  [
    { exports: { ".": { default: "./dist/modern.js", types: "./dist/modern.d.ts" } } },
    '`exports["."]` does not begin with `types`',
  ],
  [
    { exports: { ".": { import: MANIFEST.exports["."].import, require: { default: "./dist/cjs/index.js" } } } },
    '`exports["."]` does not begin with `types`',
  ],
  [{ peerDependencies: { a: "workspace:^" } }, "a has the range workspace:^, which only this workspace knows"],
  [{ dependencies: { a: "catalog:" } }, "a has the range catalog:, which only this workspace knows"],
])("a manifest with %j is not published", (fields, problem) => {
  const { license, files, ...others } = { ...MANIFEST, ...fields };
  const manifest = {
    ...others,
    ...(license === undefined ? {} : { license }),
    ...(files === undefined ? {} : { files }),
  };

  expect(checkPacked(manifest, new Set(FILES))).toEqual([problem]);
});
