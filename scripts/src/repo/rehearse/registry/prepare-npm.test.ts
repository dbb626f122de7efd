import { expect, test } from "vitest";
import { cleanEnvironment, formatNpmrc } from "./prepare-npm.ts";

test("every package comes from the registry on loopback, and goes there", () => {
  const lines = formatNpmrc("http://127.0.0.1:4873/").split("\n");

  expect(lines).toEqual(
    expect.arrayContaining(["registry=http://127.0.0.1:4873/", "@nectar-sdk:registry=http://127.0.0.1:4873/"]),
  );
  expect(lines).toContain("//127.0.0.1:4873/:_authToken=rehearsal");
});

test("settings of the environment do not reach npm", () => {
  const environment = {
    HOME: "/home/me",
    npm_config_registry: "https://registry.test/",
    "NPM_CONFIG_@nectar-sdk:registry": "https://registry.test/",
    NODE_AUTH_TOKEN: "token",
  };

  expect(cleanEnvironment(environment, { npm_config_cache: "/tmp/cache" })).toEqual({
    HOME: "/home/me",
    npm_config_cache: "/tmp/cache",
  });
});
