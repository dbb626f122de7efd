import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "../..");
const [from, to] = ["v0.1", "v0.3"];
const KEY = "secret-key-of-a-test";

const METERS = ["meter-one", "meter-two"];
const asked: string[] = [];
let server: Server;
let origin = "";
let project = "";

/** Returns what a test wants other than the usual response. */
let override: (path: string) => unknown = () => undefined;

/** Two versions of the API: the second one returns other ids, one more row, and another spelling. */
function respond(path: string): unknown {
  const envelope = { perPage: 100, totalPages: 1, currentPage: 1, hasNext: false, hasPrevious: false };
  const meter = /\/usage\/meter\/([^/?]+)/.exec(path)?.[1];
  if (meter === undefined) return { totalMeters: METERS.length, ...envelope, meters: METERS.map((id) => ({ id })) };
  const isNew = path.startsWith(`/${to}/`);
  const row = {
    id: `${isNew ? "new" : "old"}-${meter}`,
    meter,
    startDate: "2026-01-01",
    endDate: "2026-01-31",
    usage: isNew ? "10" : "10.00",
    usageUnits: "kWh",
    meterAddress: isNew ? "Secret Road 2" : "Secret Road 1",
  };
  const demand = { ...row, id: `demand-${meter}`, usage: "3", usageUnits: "KW" };
  const usageData = isNew ? [row, demand] : [row];
  return { totalUsageData: usageData.length, ...envelope, usageData };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers["x-api-key"] === KEY}`);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(override(request.url ?? "") ?? respond(request.url ?? "")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  project = await mkdtemp(join(tmpdir(), "compare-"));
  await writeFile(join(project, "package.json"), "{}");
  await mkdir(join(project, "node_modules/@nectar-sdk"), { recursive: true });
  for (const name of ["client", `api-${from}`, `api-${to}`]) {
    const folder = await realpath(join(packageRoot, "node_modules/@nectar-sdk", name));
    await symlink(folder, join(project, "node_modules/@nectar-sdk", name));
  }
});
afterAll(async () => {
  server.close();
  await rm(project, { recursive: true });
});
beforeEach(() => {
  asked.splice(0);
  override = () => undefined;
});

async function compare(cwd: string, env: Record<string, string>, ...args: string[]) {
  const program = join(packageRoot, "test/support/run-invented.ts");
  const all = [program, "compare", "--from", from, "--to", to, "--company", "company-one", ...args];
  const options = { cwd, env: { PATH: process.env["PATH"], NECTAR_BASE_URL: origin, ...env } };
  const { code = 0, stdout, stderr } = await run(process.execPath, all, options).catch((error) => error);
  return { code, stdout, stderr };
}

test("live data of two versions is compared meter by meter, with reads alone", async () => {
  const { code, stdout, stderr } = await compare(project, { NECTAR_API_KEY: KEY });

  expect(stderr).toBe("");
  expect(code).toBe(1);
  expect(stdout.split("\n")).toEqual(
    expect.arrayContaining([
      "Meters: 2",
      `Rows: ${from} 2, ${to} 2`,
      "Paired: 0 by id, 2 by meter and period",
      `  (no type), kWh: ${from} 20, ${to} 20: same`,
      `Demand rows: ${from} 0, ${to} 2`,
      `  meterAddress: 2 differ, 0 in spelling alone, 0 only in ${from}, 0 only in ${to}`,
      `  usage: 0 differ, 2 in spelling alone, 0 only in ${from}, 0 only in ${to}`,
    ]),
  );
  expect(asked.length).toBe(2 + 2 * METERS.length);
  expect(asked.filter((line) => !/^GET \S+ true$/.test(line))).toEqual([]);
});

test("ids, values and the key are printed only if it is verbose, and the key never", async () => {
  const plain = await compare(project, { NECTAR_API_KEY: KEY });
  const verbose = await compare(project, { NECTAR_API_KEY: KEY }, "--verbose", "--sample", "1");

  for (const text of [...METERS, "Secret Road", "company-one", "old-", KEY]) expect(plain.stdout).not.toContain(text);
  expect(verbose.stdout).toContain('meter-one: "Secret Road 1" → "Secret Road 2"');
  expect(verbose.stdout).not.toContain("meter-two");
  expect(verbose.stdout + verbose.stderr).not.toContain(KEY);
});

const isMeters = (path: string): boolean => !path.includes("/usage/");
const onePage = { perPage: 100, totalPages: 1, currentPage: 1, hasNext: false, hasPrevious: false };

/** Both versions return the same row for a meter. */
function respondSame(path: string): unknown {
  if (isMeters(path)) return { totalMeters: 1, ...onePage, meters: [{ id: "meter-one" }] };
  const row = { id: "r", meter: "meter-one", startDate: "x", endDate: "y", usage: "1", usageUnits: "kWh" };
  return { totalUsageData: 1, ...onePage, usageData: [row] };
}

test("equal data exits with 0", async () => {
  override = respondSame;

  const { code, stdout } = await compare(project, { NECTAR_API_KEY: KEY });

  expect(code).toBe(0);
  expect(stdout).toContain(`Incomplete lists of usage: ${from} 0, ${to} 0`);
});

test.each([from, to])("a meter that only %s lists is compared, with its rows on one side only", async (version) => {
  override = (path) => {
    const ids = path.startsWith(`/${to}/`) === (version === to) ? ["meter-one", "meter-lost"] : ["meter-one"];
    const meters = ids.map((id) => ({ id }));
    if (isMeters(path)) return { totalMeters: meters.length, ...onePage, meters };
    return respondSame(path);
  };

  const { code, stdout } = await compare(project, { NECTAR_API_KEY: KEY });

  const sides = version === from ? `${from} 1, ${to} 0` : `${from} 0, ${to} 1`;
  expect(code).toBe(1);
  expect(stdout.split("\n")).toEqual(
    expect.arrayContaining(["Meters: 2", `Meters in one version only: ${sides}`, `On one side only: ${sides}`]),
  );
});

test("a usage list that ends before its total is incomplete, not the same", async () => {
  override = (path) => {
    if (isMeters(path)) return respondSame(path);
    const number = Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? 1);
    return {
      totalUsageData: 500,
      ...onePage,
      totalPages: 2,
      currentPage: number,
      hasNext: number < 2,
      usageData: number === 1 ? [{ id: "r", usage: "1", usageUnits: "kWh" }] : [],
    };
  };

  const { code, stdout } = await compare(project, { NECTAR_API_KEY: KEY });

  expect(code).toBe(1);
  expect(stdout).toContain(`Incomplete lists of usage: ${from} 1, ${to} 1`);
});

test("a list of meters without ids is incomplete, not the same", async () => {
  override = (path) => (isMeters(path) ? { totalMeters: 3, ...onePage, meters: [null, 1, "x"] } : undefined);

  const { code, stdout } = await compare(project, { NECTAR_API_KEY: KEY });

  expect(code).toBe(1);
  expect(stdout).toContain(`Incomplete lists of meters: ${from}, ${to}`);
});

test("missing packages, key and company each give one line with the cure and exit code 2", async () => {
  const empty = await mkdtemp(join(tmpdir(), "compare-"));
  await writeFile(join(empty, "package.json"), "{}");

  const packages = await compare(empty, { NECTAR_API_KEY: KEY });
  const key = await compare(project, {});
  const sample = await compare(project, { NECTAR_API_KEY: KEY }, "--sample", "0");
  await rm(empty, { recursive: true });

  const names = `@nectar-sdk/client @nectar-sdk/api-${from} @nectar-sdk/api-${to}`;
  expect(packages).toMatchObject({ code: 2, stdout: "" });
  expect(packages.stderr).toMatch(/^nectar-migrate compare: [^\n]+\n$/);
  expect(packages.stderr).toContain(`run npm install ${names}`);
  expect(key).toMatchObject({ code: 2, stderr: "nectar-migrate compare: missing API key: set NECTAR_API_KEY\n" });
  expect(sample.stderr).toBe("nectar-migrate compare: --sample 0: expected a number from 1\n");
  expect(asked).toEqual([]);
});

test("a server that does not respond ends the comparison with one line", async () => {
  const { code, stdout, stderr } = await compare(project, {
    NECTAR_API_KEY: KEY,
    NECTAR_BASE_URL: "http://127.0.0.1:9",
  });

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^nectar-migrate compare: [^\n]+\n$/);
  expect(stderr).not.toContain(KEY);
});
