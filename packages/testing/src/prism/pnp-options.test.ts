import { expect, test } from "vitest";
import { keepPnpOptions } from "./pnp-options.ts";

test.each([
  ["", ""],
  ["--inspect=9229 --require ./register.cjs", ""],
  [
    "--require /p/.pnp.cjs --inspect --experimental-loader file:///p/.pnp.loader.mjs",
    "--require /p/.pnp.cjs --experimental-loader file:///p/.pnp.loader.mjs",
  ],
  ['--require "/my p/.pnp.cjs" --trace-warnings', '--require "/my p/.pnp.cjs"'],
  ["--import=file:///p/.pnp.loader.mjs", "--import=file:///p/.pnp.loader.mjs"],
])("of the options %j, Prism's process gets only those of Plug'n'Play", (options, kept) => {
  expect(keepPnpOptions(options)).toBe(kept);
});
