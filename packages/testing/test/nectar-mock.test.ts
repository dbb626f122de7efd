import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Ended, type Program, refuses, startProgram, takenPort } from "./support/processes.ts";
import { send } from "./support/send.ts";

const BIN = join(import.meta.dirname, "../bin/nectar-mock.js");

const start = (...args: readonly string[]): Program => startProgram(process.execPath, [BIN, ...args]);

async function run(...args: readonly string[]): Promise<Ended> {
  await using program = start(...args);
  return await program.ended;
}

/** URL of a mock that has started, and all that it says. */
async function started(program: Program): Promise<{ readonly url: string }> {
  const line = await program.line(/^Mock server/);
  await program.line(/^Ctrl-C/);
  return { url: /http:\S+/.exec(line)?.[0] ?? "" };
}

describe("nectar-mock", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "says its URL, serves the version, and ends cleanly with %s",
    async (signal) => {
      await using program = start("--api", "v2.1", "--port", "0");
      const { url } = await started(program);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2\.1$/);
      expect((await send({ url }, "/company")).json).toMatchObject([{ name: expect.any(String) }, {}]);
      program.child.kill(signal);
      expect(await program.ended).toEqual({
        code: 0,
        err: "",
        out: [
          `Mock server of the Nectar API v2.1 on ${url}`,
          `Use it with any API key: NECTAR_BASE_URL=${url} NECTAR_API_KEY=mock-key`,
          "Ctrl-C stops it.\n",
        ].join("\n"),
      });
      expect(await refuses(url)).toBe(true);
    },
  );

  test("generates its answers with a seed", async () => {
    await using program = start("--api=2.2", "--port=0", "--seed=green");
    const mock = await started(program);
    const one = await send(mock, "/datasource");
    expect(one.json).toMatchObject({ currentPage: 1, totalPages: 3 });
    expect((await send(mock, "/datasource")).text).toBe(one.text);
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
    await using taken = await takenPort();
    const port = String(taken.port);
    expect(await run("--api", "v2.2", "--port", port)).toEqual({
      code: 1,
      out: "",
      err: `nectar-mock: port ${port} is in use: end the program that has it, or choose another port (0 takes a free one)\n`,
    });
  });
});
