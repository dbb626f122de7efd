import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { v0_1 } from "@nectar-sdk/api-v0.1";
import { loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { openapiFetchProgram } from "../src/openapi-fetch-program.ts";
import { emitTypedProgram } from "../src/typed-program.ts";

/** Versions of the invented API, which differ as documents do. */
const INVENTED = ["v0.1", "v0.2", "v0.3"];

const root = join(import.meta.dirname, "..");
const tsc = join(root, "node_modules/typescript/bin/tsc");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(root, "test/typed-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Compiles programs; returns the output of the compiler. */
async function compile(name: string, programs: Readonly<Record<string, string>>): Promise<string> {
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { rootDir: "../.." },
    include: [],
    files: Object.keys(programs),
  };
  for (const [file, text] of Object.entries(programs)) await writeFile(join(folder, file), text);
  await writeFile(join(folder, `${name}.json`), JSON.stringify(config));
  const args = [tsc, "-p", join(folder, `${name}.json`)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 }).catch((error) => error);
  return stdout;
}

test("every call of the matrix compiles, and every example has its declared type", async () => {
  const programs = VERSIONS.map(({ version, api }) => [`${version}.ts`, emitTypedProgram(version, loadDocument(api))]);
  expect(await compile("all", Object.fromEntries(programs))).toBe("");
});

test("the examples of one version do not compile with another", async () => {
  const output = await compile("wrong", { "wrong.ts": emitTypedProgram("v0.3", loadDocument(v0_1)) });
  expect(output).toContain("msud_id");
  expect(output).toContain("'\"serviceAddress\"' does not exist in type 'DocumentUsageData'");
});

describe("with bare openapi-fetch", () => {
  const page = { totalDocuments: 0, perPage: 1, totalPages: 1, currentPage: 1, hasNext: false, documents: [] };
  const received: Pick<IncomingMessage, "method" | "url">[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    received.push({ method, url });
    const status = headers["x-api-key"] === "key" ? 200 : 401;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? page : { detail: "no key" }));
  });
  let baseUrl = "";

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    baseUrl = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  });
  afterAll(() => void server.close());

  test("the types of each version allow exactly the contents of its document", async () => {
    const programs = INVENTED.map((version) => [`fetch-${version}.ts`, openapiFetchProgram(version)]);
    expect(await compile("fetch", Object.fromEntries(programs))).toBe("");
  });

  test.each(INVENTED)("a program of %s sends and receives what it is typed to", async (version) => {
    const file = join(folder, `run-${version}.ts`);
    await writeFile(file, openapiFetchProgram(version).split("export const mistakes")[0] ?? "");
    received.length = 0;

    const { stdout } = await promisify(execFile)(process.execPath, [file], {
      env: { ...process.env, BASE_URL: baseUrl },
    });

    expect(JSON.parse(stdout)).toEqual({ page, status: 401, detail: "no key" });
    const path = "/document/company/0c4b8a1e-6f0d-4f43-9a53-3f6f3f6f0001";
    expect(received).toEqual([
      { method: "GET", url: `${path}?dateType=UPDATED_DATE&startDate=2026-01-01&page=1` },
      { method: "GET", url: path },
    ]);
  });
});
