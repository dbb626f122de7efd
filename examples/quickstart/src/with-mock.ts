import process, { argv, env } from "node:process";
import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { startMockServer } from "@nectar-sdk/testing";

// Runs the program of one version against a mock server: `node src/with-mock.ts v2.1`.
const [version = "v2.2"] = argv.slice(2);
const api = [v2_0, v2_1, v2_2].find((candidate) => candidate.version === version);
if (api === undefined) throw new Error(`Unknown API version ${version}: expected v2.0, v2.1 or v2.2`);

await using mock = await startMockServer(api);
console.log(`✔ Mock server of ${version} on ${mock.url}`);
env["NECTAR_BASE_URL"] = mock.url;
env["NECTAR_API_KEY"] = "quickstart-key";
await import(`./${version}.ts`).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
