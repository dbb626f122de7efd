import { expect, test } from "vitest";
import { formatOverrides, withTarballs } from "./consumer-manifest.ts";

const TARBALLS = new Map([
  ["@nectar-sdk/client", "/tarballs/client.tgz"],
  ["@nectar-sdk/openapi", "/tarballs/openapi.tgz"],
]);

test("our packages come from tarballs, others from the registry, and the rest stays", () => {
  const manifest = {
    name: "consumer",
    dependencies: { "@nectar-sdk/client": "^0.1.0", other: "1.0.0" },
    devDependencies: { vitest: "5.1.1" },
  };
  expect(withTarballs(manifest, TARBALLS)).toEqual({
    name: "consumer",
    dependencies: { "@nectar-sdk/client": "file:/tarballs/client.tgz", other: "1.0.0" },
    devDependencies: { vitest: "5.1.1" },
    // Another of our packages may depend on it.
    overrides: { "@nectar-sdk/openapi": "file:/tarballs/openapi.tgz" },
  });
});

test("one of ours that is not published is named", () => {
  const manifest = { devDependencies: { "@nectar-sdk/nothing": "1.0.0" } };
  expect(() => withTarballs(manifest, TARBALLS)).toThrow("@nectar-sdk/nothing was not packed");
});

test("the settings of pnpm name a tarball for every package of ours", () => {
  expect(formatOverrides(TARBALLS)).toBe(
    'overrides:\n  "@nectar-sdk/client": "file:/tarballs/client.tgz"\n  "@nectar-sdk/openapi": "file:/tarballs/openapi.tgz"\n',
  );
});
