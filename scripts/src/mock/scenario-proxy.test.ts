import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startScenarioProxy } from "./scenario-proxy.ts";

/** A proxy in front of a server that answers with what reached it. */
async function proxyTo(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const proxy = await startScenarioProxy(`http://127.0.0.1:${address.port}`);
  onTestFinished(async () => {
    await proxy[Symbol.asyncDispose]();
    server.closeAllConnections();
    server.close();
  });
  return proxy.url;
}

const echo: RequestListener = async (request: IncomingMessage, response) => {
  const { method, url, headers } = request;
  response.writeHead(207, { "x-kept": "yes" });
  response.end(JSON.stringify({ method, url, prefer: headers["prefer"], body: await text(request) }));
};

test("the request and the answer pass unchanged but for the example that is asked for", async () => {
  const url = await proxyTo(echo);
  const answer = await fetch(`${url}/meter/site/1?page=2`, { headers: { "X-API-KEY": "key" } });
  expect(answer.status).toBe(207);
  expect(answer.headers.get("x-kept")).toBe("yes");
  expect(await answer.json()).toEqual({
    method: "GET",
    url: "/meter/site/1?page=2",
    prefer: "example=page2",
    body: "",
  });
});

test("a body is passed on", async () => {
  const url = await proxyTo(echo);
  const answer = await fetch(`${url}/job/company/1`, { method: "POST", body: "a bill" });
  expect(await answer.json()).toEqual({ method: "POST", url: "/job/company/1", body: "a bill" });
});

test("a caller who chooses an example decides", async () => {
  const url = await proxyTo(echo);
  const answer = await fetch(`${url}/x?page=2`, { headers: { Prefer: "code=429" } });
  expect(await answer.json()).toMatchObject({ prefer: "code=429" });
});

test("a server that breaks the connection is a 502 that says so", async () => {
  const url = await proxyTo((request) => request.socket.destroy());
  const answer = await fetch(`${url}/ping`);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain("mock server:");
});
