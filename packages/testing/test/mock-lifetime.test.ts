import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Prism, scenarios, startMockServer, startPrism } from "../src/index.ts";
import { API_KEY, call, isAlive, until } from "./support/mock-calls.ts";

async function sharedPrism(): Promise<Prism> {
  const prism = await startPrism(v2_2);
  onTestFinished(() => prism.close());
  return prism;
}

/** Whether anything takes a connection on a port. */
async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const taken = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return taken;
}

describe("close()", () => {
  test("leaves neither a process nor a listening port", async () => {
    const prism = await startPrism(v2_2);
    const mock = await startMockServer(v2_2, { prism });
    const prismPort = Number(new URL(prism.url).port);
    expect([await listens(mock.port), await listens(prismPort), isAlive(prism.pid)]).toEqual([true, true, true]);
    await mock.close();
    expect([await listens(mock.port), await listens(prismPort)]).toEqual([false, true]);
    await prism.close();
    expect([await listens(prismPort), isAlive(prism.pid)]).toEqual([false, false]);
  });

  test("may be called twice, also at the same time", async () => {
    const prism = await sharedPrism();
    const mock = await startMockServer(v2_2, { prism });
    await Promise.all([mock.close(), mock.close()]);
    await mock.close();
    await Promise.all([prism.close(), prism.close()]);
    expect(prism.failure).toBeUndefined();
  });

  test("comes with `await using`", async () => {
    const prism = await sharedPrism();
    let port = 0;
    {
      await using mock = await startMockServer(v2_2, { prism });
      port = mock.port;
    }
    expect(await listens(port)).toBe(false);
  });

  test("ends connections that are kept alive", async () => {
    const mock = await startMockServer(v2_2, { prism: await sharedPrism() });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const request = get(`${mock.url}/ping`, { agent, headers: { "X-API-KEY": API_KEY } });
    const [answer] = await once(request, "response");
    answer.resume();
    const { socket } = answer;
    await once(answer, "end");
    const ended = once(socket, "close");
    await mock.close();
    await ended;
  });

  test("ends a slow answer in its middle", async () => {
    const mock = await startMockServer(v2_2, { prism: await sharedPrism() });
    const slow = mock.use(scenarios(v2_2).slow(2 ** 31 - 1));
    const waiting = call(`${mock.url}/ping`).then(
      () => "answered",
      () => "broken",
    );
    await until(() => slow.answered === 1);
    await mock.close();
    expect(await waiting).toBe("broken");
  });

  test("ends an upload in its middle", async () => {
    const mock = await startMockServer(v2_2, { prism: await sharedPrism() });
    const socket = connect(mock.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const company = "7d2f3c0e-3f1a-4a0e-9d55-0a5b1c2d3e4f";
    socket.write(
      `POST /v2.2/job/company/${company} HTTP/1.1\r\nHost: x\r\nX-API-KEY: k\r\nContent-Type: multipart/form-data; boundary=b\r\n` +
        "Content-Length: 1000\r\n\r\n--b\r\n",
    );
    await until(() => mock.requests.length === 1);
    const closed = once(socket, "close");
    await mock.close();
    await closed;
  });
});

test("a caller who goes away ends the wait of a slow answer, and the mock goes on", async () => {
  const mock = await startMockServer(v2_2, { prism: await sharedPrism() });
  onTestFinished(() => mock.close());
  const slow = mock.use(scenarios(v2_2).slow(2 ** 31 - 1, { times: 1 }));
  const caller = new AbortController();
  const waiting = call(`${mock.url}/ping`, { signal: caller.signal });
  await until(() => slow.answered === 1);
  caller.abort();
  await expect(waiting).rejects.toThrow("abort");
  expect((await call(`${mock.url}/ping`)).status).toBe(200);
  expect(mock.requests.map(({ status }) => status)).toEqual([undefined, 200]);
});

describe("Prism killed under a mock", () => {
  test("is told with every answer, and the mock can be closed", async () => {
    const prism = await sharedPrism();
    const mock = await startMockServer(v2_2, { prism });
    process.kill(prism.pid, "SIGKILL");
    await until(() => prism.failure !== undefined);
    for (const path of ["/ping", "/job/a"]) {
      const { status, headers, json } = await call(mock.url + path);
      expect([status, headers.get("content-type")]).toEqual([502, "application/problem+json"]);
      expect(json).toMatchObject({
        title: "Prism does not answer",
        detail:
          "Prism, which this mock asks for every answer, is gone: its process was ended by SIGKILL. " +
          "Close this mock and start a new one.",
      });
    }
    const body = new FormData();
    body.append("document", new Blob([new Uint8Array(2 * 1024 * 1024)]), "bill.pdf");
    const company = "7d2f3c0e-3f1a-4a0e-9d55-0a5b1c2d3e4f";
    expect((await call(`${mock.url}/job/company/${company}`, { method: "POST", body })).status).toBe(502);
    await mock.close();
    await prism.close();
  });
});

describe("Prism", () => {
  const program = `
    import { startPrism } from ${JSON.stringify(new URL("../src/index.ts", import.meta.url).href)};
    import { v2_2 } from "@nectar-sdk/api-v2.2";
    const prism = await startPrism(v2_2);
    console.log(prism.pid);
    setInterval(() => {}, 1000);
  `;

  async function parent(): Promise<{ child: ChildProcess; pid: number }> {
    const args = ["--input-type=module", "--eval", program];
    const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    for await (const line of createInterface(child.stdout)) return { child, pid: Number(line) };
    throw new Error("the program ended without a word");
  }

  test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
    "goes when %s ends the process that started it",
    async (signal) => {
      const { child, pid } = await parent();
      expect(isAlive(pid)).toBe(true);
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
      await until(() => !isAlive(pid));
    },
  );
});
