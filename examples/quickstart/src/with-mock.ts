import process, { argv } from "node:process";
import { type ApiDefinition, createNectarClient } from "@nectar-sdk/client";
import { startMockServer } from "@nectar-sdk/testing";
import { apis, newest } from "@nectar-sdk/versions";
import { type QuickstartTypes, quickstart } from "./quickstart.ts";

/** Runs the program with one version against a mock server: `node src/with-mock.ts v2.1`. */
const [version = newest.version] = argv.slice(2);
const usable: readonly ApiDefinition<QuickstartTypes>[] = apis;
const api = usable.find((candidate) => candidate.version === version);
if (api === undefined) {
  throw new Error(`Unknown API version ${version}: expected one of ${apis.map((known) => known.version).join(", ")}`);
}

await using mock = await startMockServer(api);
console.log(`✔ Mock server of ${version} on ${mock.url}`);
await quickstart(createNectarClient(api, { baseUrl: mock.url, apiKey: "quickstart-key" })).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
