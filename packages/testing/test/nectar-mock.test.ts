import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { call, until } from "./support/mock-calls.ts";

const BIN = join(import.meta.dirname, "../bin/nectar-mock.js");

function start(
  ...args: readonly string[]
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(...args);
  const [[code], out, err] = await Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

describe("nectar-mock", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "says its URL, serves the version, and ends cleanly with %s",
    async (signal) => {
      const child = start("--api", "v2.1", "--port", "0");
      const lines: string[] = [];
      for await (const line of createInterface(child.stdout)) if (lines.push(line) === 3) break;
      const url = /http:\S+/.exec(lines[0] ?? "")?.[0] ?? "";
      expect(lines).toEqual([
        `Mock server of the Nectar API v2.1 on ${url}`,
        `Use it with any API key: NECTAR_BASE_URL=${url} NECTAR_API_KEY=mock-key`,
        "Ctrl-C stops it.",
      ]);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2\.1$/);
      expect((await call(`${url}/company`)).json).toMatchObject([{ name: expect.any(String) }, {}]);
      const ended = once(child, "exit");
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      await until(() =>
        call(`${url}/ping`).then(
          () => false,
          () => true,
        ),
      );
    },
  );

  test("generates its answers with a seed", async () => {
    const child = start("--api=2.2", "--port=0", "--seed=green");
    const [line] = await once(createInterface(child.stdout), "line");
    const url = /http:\S+/.exec(line)?.[0] ?? "";
    const one = await call(`${url}/datasource`);
    expect(one.json).toMatchObject({ currentPage: 1, totalPages: 3 });
    expect((await call(`${url}/datasource`)).text).toBe(one.text);
  });

  test("explains itself", async () => {
    const { code, out, err } = await run("--help");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: nectar-mock --api v2.0 | v2.1 | v2.2 [--port 4010]");
  });

  test.each([
    [[], "nectar-mock: --api is missing: there is v2.0, v2.1, v2.2\n"],
    [["--api", "v3"], "nectar-mock: --api v3: there is v2.0, v2.1, v2.2\n"],
    [
      ["--api", "v2.2", "--port", "http"],
      "nectar-mock: --port http: a number from 0 (a free one) to 65535 is expected\n",
    ],
    [
      ["--api", "v2.2", "--port", "65536"],
      "nectar-mock: --port 65536: a number from 0 (a free one) to 65535 is expected\n",
    ],
    [["--api", "v2.2", "--prot", "1"], expect.stringMatching(/^nectar-mock: Unknown option '--prot'.*\n$/)],
    [["v2.2"], expect.stringMatching(/^nectar-mock: Unexpected argument 'v2\.2'.*\n$/)],
  ])("%j is refused in one line", async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: "", err: message });
  });

  test("names a port that is in use, with what to do", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await run("--api", "v2.2", "--port", port)).toEqual({
      code: 1,
      out: "",
      err: `nectar-mock: port ${port} is in use: end the program that has it, or choose another port (0 takes a free one)\n`,
    });
  });
});
