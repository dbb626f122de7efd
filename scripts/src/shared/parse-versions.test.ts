import { expect, test } from "vitest";
import { parseVersions } from "./parse-versions.ts";

const UPSTREAM = "upstream: https://docs.example/api/\n";
const entry = (version: string, more: Readonly<Record<string, string>> = {}): string => {
  const fields = {
    version,
    document: "openapi.json",
    baseUrl: "https://api.example/v1",
    package: `"@nectar-sdk/api-${version}"`,
    ...more,
  };
  return `  - { ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }\n`;
};
const list = (...entries: string[]): string => `${UPSTREAM}versions:\n${entries.join("")}`;

test("versions are read in order, v1.10 after v1.9", () => {
  const { upstream, versions } = parseVersions(list(entry("v1.9"), entry("v1.10")));

  expect(upstream).toBe("https://docs.example/api/");
  expect(versions.map(({ version }) => version)).toEqual(["v1.9", "v1.10"]);
  expect(versions[0]).toEqual({
    version: "v1.9",
    document: "openapi.json",
    baseUrl: "https://api.example/v1",
    package: "@nectar-sdk/api-v1.9",
  });
});

test.each([
  ["versions: []", "upstream must be an http or https URL that ends with a slash"],
  [`upstream: https://docs.example/api\nversions: []`, "ends with a slash"],
  [`${UPSTREAM}versions: []`, "versions must be a list of at least one"],
  [list(entry("2.1")), "versions[0]: version must look like v2.1"],
  [list(entry("v2.1", { document: "openapi.txt" })), "document must be the URL or name of a .json, .yaml or .yml file"],
  [list(entry("v2.1", { baseUrl: "api.example" })), "baseUrl must be an http or https URL"],
  [list(entry("v2.1", { package: "api" })), "package must be @nectar-sdk/api-v2.1"],
  [list(entry("v2.1"), entry("v2.1")), "v2.1 follows v2.1; list each version once, oldest first"],
  [list(entry("v2.10"), entry("v2.9")), "v2.9 follows v2.10; list each version once, oldest first"],
])("a list that is not valid is refused: %j", (text, message) => {
  expect(() => parseVersions(text)).toThrow(message);
});
