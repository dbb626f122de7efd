import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { v0_2 } from "@nectar-sdk/api-v0.2";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { describe, expect, test } from "vitest";
import { loadRecordings } from "../src/index.ts";
import { createNectarGlobalSetup } from "../src/vitest/setup.ts";
import { refuses, startProgram } from "./support/processes.ts";
import { type Project, temporaryProject } from "./support/temporary-project.ts";

const VITEST = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const NECTAR_TEST = `
import { appendFileSync } from "node:fs";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createScenarios } from "../../src/index.ts";
import { createNectarTest } from "../../src/vitest/index.ts";

export const { reply, flaky } = createScenarios(v0_3);
export const test = createNectarTest(v0_3, OPTIONS);
export const see = (file, { mock, nectarPrism }) =>
  appendFileSync("seen.txt", JSON.stringify({ file, mock: mock.url, prism: nectarPrism.url }) + "\\n");
export const ping = async (url, fetch = globalThis.fetch) =>
  (await fetch(url + "/ping", { headers: { "x-api-key": "mock-test-key" } })).status;
`;

const TESTS = `
import { describe, expect } from "vitest";
import { flaky, ping, reply, see, test } from "./nectar-test.ts";

test("leaves a scenario behind", async ({ mock, nectarPrism }) => {
  see("FILE", { mock, nectarPrism });
  mock.use(flaky({ times: 9 }));
  expect(await ping(mock.url)).toBe(503);
});
test("starts without requests from the previous test", async ({ mock, nectarPrism }) => {
  see("FILE", { mock, nectarPrism });
  expect(mock.requests).toEqual([]);
  expect(await ping(mock.url)).toBe(200);
});
test("uses no fixture", () => undefined);
describe.concurrent("at the same time", () => {
  for (const status of [400, 401, 403, 404])
    test("responds with " + status, async ({ mock, nectarPrism }) => {
      see("FILE", { mock, nectarPrism });
      mock.use(reply("ping.retrieve", status, { detail: "no" }));
      for (let round = 0; round < 5; round += 1) expect(await ping(mock.url)).toBe(status);
      expect(mock.requests).toHaveLength(5);
    });
});
`;

const SETUP = `
import { v0_2 } from "@nectar-sdk/api-v0.2";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarGlobalSetup } from "../../src/vitest/setup.ts";
export default createNectarGlobalSetup(v0_2, v0_3);
`;

const config = (more: object) =>
  `export default ${JSON.stringify({ test: { include: ["*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, ...more } })};`;

interface Seen {
  readonly file: string;
  readonly mock: string;
  readonly prism: string;
}

/** Runs vitest on a project; returns what the tests saw and their results. */
async function runVitest(project: Project) {
  const outside = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV");
  await using program = startProgram(process.execPath, [VITEST, "run", "--reporter=json", "--outputFile=report.json"], {
    cwd: project.folder,
    env: { ...Object.fromEntries(outside), CI: "1" },
  });
  const { code, out, err } = await program.ended;
  const report: { testResults: { assertionResults: { status: string; title: string }[] }[] } = JSON.parse(
    await readFile(join(project.folder, "report.json"), "utf8").catch(() => Promise.reject(new Error(out + err))),
  );
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const lines = (await readFile(join(project.folder, "seen.txt"), "utf8")).trim().split("\n");
  const seen: Seen[] = lines.map((line) => JSON.parse(line));
  return { code, out, err, results, seen };
}

const listUrls = (seen: readonly Seen[], key: "mock" | "prism"): string[] => [...new Set(seen.map((one) => one[key]))];

describe("in a run of vitest", { timeout: 120_000 }, () => {
  test("with the global setup, files share a Prism, each test has its own mock, and nothing is left", async () => {
    await using project = await temporaryProject({
      "vitest.config.mjs": config({ globalSetup: ["setup.ts"] }),
      "setup.ts": SETUP,
      "nectar-test.ts": NECTAR_TEST.replace("OPTIONS", "{}"),
      "a.test.ts": TESTS.replaceAll("FILE", "a"),
      "b.test.ts": TESTS.replaceAll("FILE", "b"),
    });
    const { code, results, seen } = await runVitest(project);
    expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect([code, results.length, seen.length]).toEqual([0, 14, 12]);
    expect(listUrls(seen, "prism")).toHaveLength(1);
    const left = [...listUrls(seen, "prism"), ...listUrls(seen, "mock")];
    expect(await Promise.all(left.map(refuses))).toEqual(left.map(() => true));
  });

  test("without it, each file has its own Prism, and nothing is left even when a test fails", async () => {
    await using project = await temporaryProject({
      "vitest.config.mjs": config({}),
      "nectar-test.ts": NECTAR_TEST.replace("OPTIONS", "{}"),
      "a.test.ts": TESTS.replaceAll("FILE", "a"),
      "b.test.ts": `${TESTS.replaceAll("FILE", "b")}
test("fails", async ({ mock, nectarPrism }) => {
  see("b", { mock, nectarPrism });
  expect(await ping(mock.url)).toBe(201);
});`,
    });
    const { code, results, seen } = await runVitest(project);
    expect(results.filter(({ status }) => status !== "passed").map(({ title }) => title)).toEqual(["fails"]);
    expect([code, results.length, seen.length]).toEqual([1, 15, 13]);
    const [a, b] = ["a", "b"].map((name) =>
      listUrls(
        seen.filter(({ file }) => file === name),
        "prism",
      ),
    );
    expect([a?.length, b?.length]).toEqual([1, 1]);
    expect(a).not.toEqual(b);
    const left = [...listUrls(seen, "prism"), ...listUrls(seen, "mock")];
    expect(await Promise.all(left.map(refuses))).toEqual(left.map(() => true));
  });

  test("each test has its own recording, and a seed generates the responses", async () => {
    await using project = await temporaryProject({
      "vitest.config.mjs": config({}),
      "nectar-test.ts": NECTAR_TEST.replace("OPTIONS", `{ recordings: "kept/recordings", seed: 7 }`),
      "a.test.ts": `
import { describe, expect } from "vitest";
import { ping, see, test } from "./nectar-test.ts";

const company = "5de41ce2-ca22-4b65-866a-e46ae037737e";
for (const name of ["one name", "one name"])
  test(name, async ({ mock, nectarPrism, recorder }) => {
    see("a", { mock, nectarPrism });
    expect(await ping(mock.url, recorder.fetch)).toBe(200);
    recorder.expectNoViolations();
  });
test("a list", async ({ mock, recorder }) => {
  const url = mock.url + "/document/company/" + company + "?page=3";
  const response = await recorder.fetch(url, { headers: { "x-api-key": "mock-test-key" } });
  expect(await response.json()).toMatchObject({ totalDocuments: 7, perPage: 3, currentPage: 3 });
});
test("does not record", async ({ mock }) => {
  expect(await ping(mock.url)).toBe(200);
});`,
    });
    const { code, results } = await runVitest(project);
    expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(code).toBe(0);
    const folder = join(project.folder, "kept/recordings");
    const files = (await readdir(folder)).toSorted();
    expect(files).toEqual(["a-test-ts-0-one-name.json", "a-test-ts-1-one-name.json", "a-test-ts-2-a-list.json"]);
    const recording = await loadRecordings(folder, "v0.3");
    expect(recording.interactions.map(({ operation }) => operation)).toEqual([
      "ping.retrieve",
      "ping.retrieve",
      "documents.listByCompany",
    ]);
  });
});

describe("the global setup", () => {
  const children = () => process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;

  test("provides the URL of a Prism for each version, and stops them", async () => {
    let provided: Readonly<Record<string, string>> = {};
    const close = await createNectarGlobalSetup(
      v0_2,
      v0_3,
    )({
      provide: (_, value) => {
        provided = value;
      },
    });
    const urls = Object.values(provided);
    expect([Object.keys(provided), urls.length]).toEqual([["v0.2", "v0.3"], 2]);
    expect(await Promise.all(urls.map(refuses))).toEqual([false, false]);
    await close();
    expect(await Promise.all(urls.map(refuses))).toEqual([true, true]);
  });

  test("fails when one Prism cannot start, and stops the others", async () => {
    const before = children();
    const setup = createNectarGlobalSetup(v0_3, { ...v0_3, version: "v9.9" });
    await expect(setup({ provide: () => undefined })).rejects.toThrow("@nectar-sdk/api-v9.9 is not installed");
    // The handle of an ended process is closed a moment later.
    await expect.poll(children).toBe(before);
  });
});
