import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Prism, startMockServer, startPrism } from "../../src/index.ts";
import { runs, startProgram } from "../support/processes.ts";
import { COMPANY, KEY } from "../support/send.ts";

let prism: Prism;
beforeAll(async () => {
  prism = await startPrism(v0_3);
});
afterAll(() => prism.close());

describe("closing a mock", () => {
  test("closes kept-alive connections of clients", async () => {
    const mock = await startMockServer(v0_3, { prism });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const [response] = await once(get(`${mock.url}/ping`, { agent, headers: { "X-API-KEY": KEY } }), "response");
    const { socket } = response;
    response.resume();
    await once(response, "end");
    const ended = once(socket, "close");
    await mock.close();
    await ended;
  });

  test("ends a pending upload", async () => {
    const mock = await startMockServer(v0_3, { prism });
    const socket = connect(mock.port, "127.0.0.1").on("error", () => undefined);
    const head = [
      `POST /v0.3/job/company/${COMPANY} HTTP/1.1`,
      "Host: x",
      `X-API-KEY: ${KEY}`,
      "Content-Type: multipart/form-data; boundary=b",
      "Content-Length: 1000",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n--b\r\n`);
    while (mock.requests.length === 0) await sleep(10);
    const ended = once(socket, "close");
    await mock.close();
    await ended;
    expect(mock.requests).toMatchObject([{ status: undefined, respondedBy: undefined }]);
  });
});

test.each(["SIGTERM", "SIGINT"] as const)("Prism stops when %s ends the program that started it", async (signal) => {
  const program = `
    import { startPrism } from ${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)};
    import { v0_3 } from "@nectar-sdk/api-v0.3";
    console.log((await startPrism(v0_3)).pid);
  `;
  const args = ["--input-type=module", "--eval", program];
  await using running = startProgram(process.execPath, args, { cwd: import.meta.dirname });
  const pid = Number(await running.line(/^\d+$/));
  expect(runs(pid)).toBe(true);
  running.child.kill(signal);
  await running.ended;
  while (runs(pid)) await sleep(10);
});
