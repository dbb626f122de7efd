import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apis } from "@nectar-sdk/versions";
import { expect, onTestFinished, test } from "vitest";
import { NODES, type Program, refuses, startProgram, takenPort } from "../support/processes.ts";
import { DOCUMENTS, send } from "../support/send.ts";

const KNOWN = apis.map(({ version }) => version).join(", ");

const BIN = join(import.meta.dirname, "../../bin/nectar-mock.js");

/** Runs the installed command in an empty folder: the version package is resolved from the command. */
async function start(args: readonly string[], node: string = process.execPath): Promise<Program> {
  const cwd = await mkdtemp(join(tmpdir(), "nectar-"));
  onTestFinished(() => rm(cwd, { recursive: true }));
  // A new process group, as a shell creates it.
  return startProgram(node, [BIN, ...args], { cwd, detached: true });
}

/** Base URL that the command prints. */
async function readUrl(program: Program): Promise<string> {
  await program.line(/^Press Ctrl-C to stop it\.$/);
  const line = await program.line(/NECTAR_BASE_URL=/);
  return /NECTAR_BASE_URL=(\S+)/.exec(line)?.[1] ?? "";
}

test.each(NODES)("serves a version on %s, says how to use it, and ends with 0 when interrupted", async (_, node) => {
  await using program = await start(["--api", "v0.2", "--port", "0"], node);
  const url = await readUrl(program);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v0\.2$/);
  expect((await send({ url }, DOCUMENTS)).status).toBe(200);
  program.child.kill("SIGINT");
  const { code, out, err } = await program.ended;
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(
    `Mock server of the Nectar API v0.2 on ${url}\nUse it with any API key: NECTAR_BASE_URL=${url} NECTAR_API_KEY=mock-key\nPress Ctrl-C to stop it.\n`,
  );
  expect(await refuses(url)).toBe(true);
});

test("ends with 0 when it is terminated, and frees its port", async () => {
  let port = "0";
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    await using program = await start(["--api", "0.3", "--port", port]);
    const url = await readUrl(program);
    if (port === "0") ({ port } = new URL(url));
    expect(new URL(url).port).toBe(port);
    program.child.kill(signal);
    expect((await program.ended).code).toBe(0);
  }
});

test("ends with 0 when Ctrl-C reaches its process group", async () => {
  await using program = await start(["--api", "v0.3", "--port", "0"]);
  const url = await readUrl(program);
  process.kill(-(program.child.pid ?? Number.NaN), "SIGINT");
  expect(await program.ended).toMatchObject({ code: 0, err: "" });
  expect(await refuses(url)).toBe(true);
});

test("ends with the shell of npx", async () => {
  const env = { ...process.env, npm_config_user_agent: "npm/11" };
  // The shell stays between the two, like that of npm.
  const command = `"$0" "$@"; exit $?`;
  const args = ["-c", command, process.execPath, BIN, "--api", "v0.3", "--port", "0"];
  await using program = startProgram("sh", args, { env });
  const url = await readUrl(program);
  program.child.kill("SIGTERM");
  await expect.poll(() => refuses(url), { timeout: 20_000 }).toBe(true);
});

test.runIf(process.platform === "linux")("ends with the launcher of pnpm", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nectar-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const launcher = join(folder, "pnpm");
  await writeFile(launcher, `sh -c '"$0" "$@"; exit $?' "$@"\nexit $?\n`);
  const env = { ...process.env, npm_config_user_agent: "pnpm/12" };
  const args = [launcher, process.execPath, BIN, "--api", "v0.3", "--port", "0"];
  await using program = startProgram("sh", args, { env });
  const url = await readUrl(program);
  program.child.kill("SIGTERM");
  await expect.poll(() => refuses(url), { timeout: 20_000 }).toBe(true);
});

test("generates responses from a seed, and listens on the given port", async () => {
  await using first = await start(["--api", "v0.3", "--port=0", "--seed", "a", "--host", "127.0.0.1"]);
  await using second = await start(["--api=v0.3", "--port", "0", "--seed=a", "--host", "localhost"]);
  const urls = [await readUrl(first), await readUrl(second)];
  expect(urls[1]).toMatch(/^http:\/\/localhost:\d+\/v0\.3$/);
  const [one, two] = await Promise.all(urls.map(async (url) => (await send({ url }, `${DOCUMENTS}?page=2`)).json));
  expect(one).toMatchObject({ totalDocuments: 7, currentPage: 2 });
  expect(two).toEqual(one);
});

test.each(["--help", "-h"])("%s prints the help and starts nothing", async (option) => {
  await using program = await start([option, "--api", "nonsense"]);
  const { code, out, err } = await program.ended;
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain(`Usage: nectar-mock --api ${KNOWN.replaceAll(", ", " | ")} `);
  for (const name of ["--api", "--port", "--host", "--seed", "--cors", "--help"]) expect(out).toContain(`\n  ${name} `);
});

test.each([
  [[], `missing --api: expected one of: ${KNOWN}`],
  [["--api", "v3"], `--api v3: expected one of: ${KNOWN}`],
  [["--api", ""], `--api : expected one of: ${KNOWN}`],
  [["--api", "v0.3", "--port", "http"], "--port http: expected a number from 0 (any free port) to 65535"],
  [["--api", "v0.3", "--port", "65536"], "--port 65536: expected a number from 0 (any free port) to 65535"],
  [["--api", "v0.3", "--port=-1"], "--port -1: expected a number from 0 (any free port) to 65535"],
  [["--api", "v0.3", "--port", "1e3"], "--port 1e3: expected a number from 0 (any free port) to 65535"],
  [["--api", "v0.3", "--prot", "1"], "Unknown option '--prot'"],
  [
    ["--api", "v0.3", "--host", "user:hunter2pass@127.0.0.1"],
    "--host: pass only the address, without user name and password: 127.0.0.1",
  ],
  [["http://user:hunter2pass@127.0.0.1"], "Unexpected argument 'http://[hidden]@127.0.0.1'"],
  [["--api"], "Option '--api <value>' argument missing"],
  [["v0.3"], "Unexpected argument 'v0.3'"],
])("%j ends with 2 and one line that names the expected value", async (args, message) => {
  await using program = await start(args);
  const { code, out, err } = await program.ended;
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`nectar-mock: ${message}`);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("a port in use ends with 1 and one line of advice", async () => {
  await using taken = await takenPort();
  await using program = await start(["--api", "v0.3", "--port", String(taken.port)]);
  expect(await program.ended).toEqual({
    code: 1,
    out: "",
    err: `nectar-mock: port ${taken.port} is in use: stop the program that uses it, or choose another port (0 takes any free port)\n`,
  });
});

test("a host of another machine ends with 1 and one line", async () => {
  await using program = await start(["--api", "v0.3", "--port", "0", "--host", "192.0.2.1"]);
  const err = "nectar-mock: host 192.0.2.1 is not an address of this machine: use 127.0.0.1\n";
  expect(await program.ended).toEqual({ code: 1, out: "", err });
});
