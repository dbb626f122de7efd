import { expect, test } from "vitest";
import { listPackages } from "./list-packages.ts";

const VERSIONS = ["v1.0", "v1.1", "v1.2"];
const text = (manifest: object): string => `${JSON.stringify(manifest, undefined, 2)}\n`;

test("every section that lists versions gets the new one, in the way of the newest before it", () => {
  const before = {
    name: "kit",
    dependencies: { a: "1", "@nectar-sdk/api-v1.0": "^1", "@nectar-sdk/api-v1.1": "workspace:*", b: "2" },
    peerDependenciesMeta: {
      "@nectar-sdk/api-v1.0": { optional: true },
      "@nectar-sdk/api-v1.1": { optional: true },
    },
  };

  expect(JSON.parse(listPackages(text(before), VERSIONS))).toEqual({
    name: "kit",
    dependencies: {
      a: "1",
      "@nectar-sdk/api-v1.0": "^1",
      "@nectar-sdk/api-v1.1": "workspace:*",
      "@nectar-sdk/api-v1.2": "workspace:*",
      b: "2",
    },
    peerDependenciesMeta: {
      "@nectar-sdk/api-v1.0": { optional: true },
      "@nectar-sdk/api-v1.1": { optional: true },
      "@nectar-sdk/api-v1.2": { optional: true },
    },
  });
});

test("a version that no longer exists goes", () => {
  const before = { devDependencies: { "@nectar-sdk/api-v1.0": "1", "@nectar-sdk/api-v1.1": "1" } };

  expect(Object.keys(JSON.parse(listPackages(text(before), ["v1.1", "v1.2"])).devDependencies)).toEqual([
    "@nectar-sdk/api-v1.1",
    "@nectar-sdk/api-v1.2",
  ]);
});

test("the packages of the invented API stay", () => {
  const before = {
    devDependencies: { "@nectar-sdk/api-v0.1": "1", "@nectar-sdk/api-v1.0": "1", "@nectar-sdk/api-v1.1": "1" },
  };

  expect(JSON.parse(listPackages(text(before), ["v1.1", "v1.2"])).devDependencies).toHaveProperty([
    "@nectar-sdk/api-v0.1",
  ]);
});

test.each([
  ["a section with one version", { dependencies: { "@nectar-sdk/api-v1.0": "1" } }],
  [
    "a complete list",
    { dependencies: Object.fromEntries(VERSIONS.map((version) => [`@nectar-sdk/api-${version}`, "1"])) },
  ],
  ["a manifest without versions", { name: "x", files: ["dist"] }],
])("%s is not changed by a single byte", (_, manifest) => {
  const before = JSON.stringify(manifest);

  expect(listPackages(before, VERSIONS)).toBe(before);
});
