import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apis } from "@nectar-sdk/versions";
import { expect, onTestFinished, test } from "vitest";
import { NODES, type Program, refuses, startProgram, takenPort } from "./support/processes.ts";
import { DOCUMENTS, send } from "./support/send.ts";

const KNOWN = apis.map(({ version }) => version);

const BIN = join(import.meta.dirname, "../bin/nectar-mock.js");

/** The command as it is installed, in a folder without anything: the version package is found beside the command. */
async function start(args: readonly string[], node: string = process.execPath): Promise<Program> {
  const cwd = await mkdtemp(join(tmpdir(), "nectar-"));
  onTestFinished(() => rm(cwd, { recursive: true }));
  // A group of its own, as a shell makes it.
  return startProgram(node, [BIN, ...args], { cwd, detached: true });
}

/** Base URL that the command says. */
async function urlOf(program: Program): Promise<string> {
  await program.line(/^Ctrl-C stops it\.$/);
  const line = await program.line(/NECTAR_BASE_URL=/);
  return /NECTAR_BASE_URL=(\S+)/.exec(line)?.[1] ?? "";
}

test.each(NODES)("serves a version on %s, says how to use it, and ends with 0 when interrupted", async (_, node) => {
  await using program = await start(["--api", "v2.1", "--port", "0"], node);
  const url = await urlOf(program);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2\.1$/);
  expect((await send({ url }, DOCUMENTS)).status).toBe(200);
  program.child.kill("SIGINT");
  const { code, out, err } = await program.ended;
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(
    `Mock server of the Nectar API v2.1 on ${url}\nUse it with any API key: NECTAR_BASE_URL=${url} NECTAR_API_KEY=mock-key\nCtrl-C stops it.\n`,
  );
  expect(await refuses(url)).toBe(true);
});

test("ends with 0 when it is terminated, and its port can be had again", async () => {
  let port = "0";
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    await using program = await start(["--api", "2.2", "--port", port]);
    const url = await urlOf(program);
    if (port === "0") ({ port } = new URL(url));
    expect(new URL(url).port).toBe(port);
    program.child.kill(signal);
    expect((await program.ended).code).toBe(0);
  }
});

test("ends with 0 when Ctrl-C reaches its whole group of processes", async () => {
  await using program = await start(["--api", "v2.2", "--port", "0"]);
  const url = await urlOf(program);
  process.kill(-(program.child.pid ?? Number.NaN), "SIGINT");
  expect(await program.ended).toMatchObject({ code: 0, err: "" });
  expect(await refuses(url)).toBe(true);
});

test("ends with the shell of npx, which is ended in its place", async () => {
  const env = { ...process.env, npm_config_user_agent: "npm/11" };
  // The shell stays between the two, as that of npm does.
  const command = `"$0" "$@"; exit $?`;
  const args = ["-c", command, process.execPath, BIN, "--api", "v2.2", "--port", "0"];
  await using program = startProgram("sh", args, { env });
  const url = await urlOf(program);
  program.child.kill("SIGTERM");
  await expect.poll(() => refuses(url), { timeout: 20_000 }).toBe(true);
});

test.runIf(process.platform === "linux")("ends with the launcher of pnpm, which ends without pnpm itself", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nectar-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const launcher = join(folder, "pnpm");
  await writeFile(launcher, `sh -c '"$0" "$@"; exit $?' "$@"\nexit $?\n`);
  const env = { ...process.env, npm_config_user_agent: "pnpm/12" };
  const args = [launcher, process.execPath, BIN, "--api", "v2.2", "--port", "0"];
  await using program = startProgram("sh", args, { env });
  const url = await urlOf(program);
  program.child.kill("SIGTERM");
  await expect.poll(() => refuses(url), { timeout: 20_000 }).toBe(true);
});

test("generates the answers from a seed, and listens where it is told", async () => {
  await using first = await start(["--api", "v2.2", "--port=0", "--seed", "a", "--host", "127.0.0.1"]);
  await using second = await start(["--api=v2.2", "--port", "0", "--seed=a", "--host", "localhost"]);
  const urls = [await urlOf(first), await urlOf(second)];
  expect(urls[1]).toMatch(/^http:\/\/localhost:\d+\/v2\.2$/);
  const [one, two] = await Promise.all(urls.map(async (url) => (await send({ url }, `${DOCUMENTS}?page=2`)).json));
  expect(one).toMatchObject({ totalDocuments: 7, currentPage: 2 });
  expect(two).toEqual(one);
});

test.each(["--help", "-h"])("%s says what there is, and starts nothing", async (option) => {
  await using program = await start([option, "--api", "nonsense"]);
  const { code, out, err } = await program.ended;
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain(`Usage: nectar-mock --api ${KNOWN.join(" | ")} `);
  for (const name of ["--api", "--port", "--host", "--seed", "--cors", "--help"]) expect(out).toContain(`\n  ${name} `);
});

test.each([
  [[], `--api is missing: there is ${KNOWN.join(", ")}`],
  [["--api", "v3"], `--api v3: there is ${KNOWN.join(", ")}`],
  [["--api", ""], `--api : there is ${KNOWN.join(", ")}`],
  [["--api", "v2.2", "--port", "http"], "--port http: a number from 0 (a free one) to 65535 is expected"],
  [["--api", "v2.2", "--port", "65536"], "--port 65536: a number from 0 (a free one) to 65535 is expected"],
  [["--api", "v2.2", "--port=-1"], "--port -1: a number from 0 (a free one) to 65535 is expected"],
  [["--api", "v2.2", "--port", "1e3"], "--port 1e3: a number from 0 (a free one) to 65535 is expected"],
  [["--api", "v2.2", "--prot", "1"], "Unknown option '--prot'"],
  [
    ["--api", "v2.2", "--host", "user:hunter2pass@127.0.0.1"],
    "--host: a user name and password are not allowed, name the address alone: 127.0.0.1",
  ],
  [["http://user:hunter2pass@127.0.0.1"], "Unexpected argument 'http://[hidden]@127.0.0.1'"],
  [["--api"], "Option '--api <value>' argument missing"],
  [["v2.2"], "Unexpected argument 'v2.2'"],
])("%j ends with 2 and one line that says what is expected", async (args, message) => {
  await using program = await start(args);
  const { code, out, err } = await program.ended;
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`nectar-mock: ${message}`);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("a port in use ends with 1 and one line with the cure", async () => {
  await using taken = await takenPort();
  await using program = await start(["--api", "v2.2", "--port", String(taken.port)]);
  expect(await program.ended).toEqual({
    code: 1,
    out: "",
    err: `nectar-mock: port ${taken.port} is in use: end the program that has it, or choose another port (0 takes a free one)\n`,
  });
});

test("a host that is not this machine's ends with 1 and one line", async () => {
  await using program = await start(["--api", "v2.2", "--port", "0", "--host", "192.0.2.1"]);
  const err = "nectar-mock: host 192.0.2.1 is no address of this machine: 127.0.0.1 is\n";
  expect(await program.ended).toEqual({ code: 1, out: "", err });
});
