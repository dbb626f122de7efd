// Each program prints its Node, the SHA-256 of the document of each pin, and the number of companies that each pin listed.

/** A program that lists the companies of the kit's mock server. */
export function writeMockProgram(api: string, identifier: string): string {
  return `
import { SPEC_SHA256, ${identifier} as api } from ${JSON.stringify(api)};
import { createNectarClient } from "@nectar-sdk/client";
import { startMockServer } from "@nectar-sdk/testing";

const mock = await startMockServer(api);
const nectar = createNectarClient(api, { baseUrl: mock.url, apiKey: "key" });
const companies = await nectar.companies.list();
await mock.close();
console.log(JSON.stringify({ node: process.version, documents: [SPEC_SHA256], companies: [companies.length] }));
`;
}

/** A module that uses two pins of an API version with one client. It is type-checked, too. */
export function writePinsModule(before: string, after: string, identifier: string): string {
  return `// @ts-check
import { SPEC_SHA256 as beforeSha256, ${identifier} as before } from ${JSON.stringify(before)};
import { SPEC_SHA256 as afterSha256, ${identifier} as after } from ${JSON.stringify(after)};
import { createNectarClient } from "@nectar-sdk/client";

export const documents = [beforeSha256, afterSha256];

/** @param {string} baseUrl */
export async function countCompanies(baseUrl) {
  const [old, recent] = [createNectarClient(before, { baseUrl, apiKey: "key" }), createNectarClient(after, { baseUrl, apiKey: "key" })];
  const lists = await Promise.all([old.companies.list(), recent.companies.list()]);
  return lists.map((list) => list.length);
}
`;
}

/** A program that runs {@link writePinsModule} with a server that has one company. */
export const PINS_PROGRAM = `
import { createServer } from "node:http";
import { countCompanies, documents } from "./pins.mjs";

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('[{ "id": "1", "name": "One" }]');
}).listen(0, "127.0.0.1", async () => {
  const companies = await countCompanies(\`http://127.0.0.1:\${server.address().port}\`);
  server.close();
  server.closeAllConnections();
  console.log(JSON.stringify({ node: process.version, documents, companies }));
});
`;

/** Settings of the compiler for {@link writePinsModule}. */
export const PINS_TSCONFIG = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, allowJs: true, skipLibCheck: false },
    ...{ module: "nodenext", target: "es2022", types: [] },
  },
  files: ["pins.mjs"],
};
