/** Starts a mock server, prints its URL and that of its Prism, and then waits to be killed or closes. */

import { v0_3 } from "@nectar-sdk/api-v0.3";
import { startMockServer, startPrism } from "../../src/index.ts";

const prism = await startPrism(v0_3);
const mock = await startMockServer(v0_3, { prism });
const own = await startMockServer(v0_3);
console.log(JSON.stringify({ prism: prism.url, pid: prism.pid, mock: mock.url, own: own.url }));
if (process.argv[2] === "close") {
  // The client keeps connections open, and a request is pending.
  const headers = { "x-api-key": "mock-test-key" };
  await (await fetch(`${own.url}/ping`, { headers })).arrayBuffer();
  const open = fetch(`${mock.url}/ping`, { headers }).catch(() => undefined);
  await Promise.all([own.close(), mock.close()]);
  await prism.close();
  await open;
  console.log("closed");
}
