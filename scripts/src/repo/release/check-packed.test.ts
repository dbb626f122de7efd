import { expect, test } from "vitest";
import { checkPacked } from "./check-packed.ts";

const MANIFEST = {
  license: "MIT",
  type: "module",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
  bin: { run: "bin/run.js" },
  files: ["bin", "dist"],
  sideEffects: false,
  engines: { node: ">=20" },
  dependencies: { other: "1.0.0" },
};
const FILES = ["LICENSE", "README.md", "package.json", "bin/run.js", "dist/index.js", "dist/index.d.ts"];

test("a package that is complete has no problem", () => {
  expect(checkPacked(MANIFEST, new Set(FILES))).toEqual([]);
});

test.each(FILES)("a package without %s is not published", (file) => {
  const files = new Set(FILES.filter((other) => other !== file));

  expect(checkPacked(MANIFEST, files)).toEqual([`${file} is not packed`]);
});

test.each(["src/index.ts", "test/a.ts", "dist/index.test.js", "dist/a.tsbuildinfo", "tsconfig.json"])(
  "a package with %s is not published",
  (file) => {
    expect(checkPacked(MANIFEST, new Set([...FILES, file]))).toEqual([`${file} is packed, though no user needs it`]);
  },
);

test.each([
  [{ license: undefined }, "`license` is missing"],
  [{ type: "commonjs" }, '`type` is not "module"'],
  [{ sideEffects: true }, "`sideEffects` is not false"],
  [{ engines: {} }, "`engines.node` is missing"],
  [{ files: undefined }, "`files` is missing"],
  [{ scripts: { postinstall: "node x.js" } }, "the script `postinstall` runs on the machines of users"],
  [
    { exports: { ".": { default: "./dist/index.js", types: "./dist/index.d.ts" } } },
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
