import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { apis } from "@nectar-sdk/versions";
import { beforeAll, describe, expect, test } from "vitest";
import { createRecorder, loadDocument, RECORDING_SCHEMA, type Recording } from "../src/index.ts";
import { startExampleServer } from "./support/example-server.ts";
import { KEY } from "./support/mutations.ts";
import { runCli } from "./support/run-contract.ts";

const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const headers = { "X-API-KEY": KEY, Accept: "application/json" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

describe.each(apis)("the smoke set of $version", (api) => {
  test("calls every operation of a server on this machine and finds nothing wrong with its own examples", async () => {
    await using server = await startExampleServer(api);
    const { code, out, err } = await runCli(["verify", "--api", api.version, "--against", server.url]);
    expect(out).toContain(`Nectar API ${api.version}, against ${server.url}: 53 calls, 0 errors, 0 notes`);
    expect(out).toContain(`${api.version}: 53 of 53 operations`);
    expect([code, err]).toEqual([0, ""]);
    expect(server.received).toHaveLength(53);
  });
});

describe("a server that breaks the contract", () => {
  test("fails the command, with a report in the wanted format and place", async () => {
    await using server = await startExampleServer(v2_2, ({ url }, response) => {
      if (!url.endsWith("/webhook")) return false;
      response.writeHead(200, { "content-type": "application/json" }).end('{"url":7}');
      return true;
    });
    const args = ["verify", "--api", "v2.2", "--against", `${server.url}/`];
    const text = await runCli(args);
    expect(text.code).toBe(1);
    expect(text.out).toContain(
      "webhookPortal.retrieve (webhook_retrieve, GET /webhook)\n  error invalid-response-body in response body",
    );
    const output = join(folder, "reports", "junit.xml");
    const junit = await runCli([...args, "--report", "junit", "--output", output]);
    expect(junit).toMatchObject({ code: 1, out: "" });
    expect(junit.err).toMatch(/^nectar-contract: 53 calls, [12] errors, \d+ notes, 0 left out\n$/);
    expect(await readFile(output, "utf8")).toContain(
      '<testcase classname="webhook_retrieve" name="webhookPortal.retrieve">',
    );
    const github = await runCli([...args, "--report", "github"]);
    expect(github.out).toMatch(
      /^::error title=Nectar API v2\.2%3A webhookPortal\.retrieve::invalid-response-body in response body/,
    );
    const json = await runCli([...args, "--report", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ kind: "nectar-contract-report", api: "v2.2" });
  });
});

describe("the key", () => {
  test("is sent to the server alone, also when it points elsewhere, and printed nowhere", async () => {
    await using elsewhere = await startExampleServer(v2_2);
    await using server = await startExampleServer(v2_2, ({ url, headers: sent }, response, count) => {
      if (count === 1) response.writeHead(307, { location: `${elsewhere.url}/ping` }).end();
      else if (count === 2)
        response
          .writeHead(500, { "content-type": "application/json" })
          .end(JSON.stringify({ detail: `${url} ${sent["x-api-key"]}` }));
      else return false;
      return true;
    });
    const { code, out, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url], {
      env: { NECTAR_API_KEY: KEY },
    });
    expect(code).toBe(1);
    expect(server.received.every((request) => request.headers["x-api-key"] === KEY)).toBe(true);
    expect(elsewhere.received).toEqual([]);
    expect(out).toContain("not 307");
    expect(out).toContain("not 500");
    expect(out + err).not.toContain(KEY);
  });

  test("that no header can carry is refused without being printed", async () => {
    const run = await runCli(["verify", "--api", "v2.2", "--against", "http://127.0.0.1:4010/v2.2"], {
      env: { NECTAR_API_KEY: "secret\nkey" },
    });
    expect(run.code).toBe(2);
    expect(run.err).toContain("the value for the header X-API-KEY has characters that no header can carry");
    expect(run.err).not.toContain("secret");
  });

  test("that is refused by every call is named", async () => {
    await using server = await startExampleServer(v2_2, (_, response) => {
      response.writeHead(401, { "content-type": "application/json" }).end('{"detail":"no"}');
      return true;
    });
    const { code, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url]);
    expect([code, err]).toEqual([
      2,
      `nectar-contract: ${server.url} answered every call with 401: set NECTAR_API_KEY to an active key of this environment\n`,
    ]);
  });
});

describe("recordings", () => {
  const record = async (name: string, calls: readonly [string, RequestInit?][]): Promise<string> => {
    await using server = await startExampleServer(v2_2);
    const recorder = createRecorder(v2_2);
    for (const [path, init] of calls)
      await recorder.fetch(`${server.url}${path}`, { ...init, headers: { ...headers, ...init?.headers } });
    const file = join(folder, name, "recording.json");
    await recorder.save(file);
    return file;
  };
  const form = (): FormData => {
    const data = new FormData();
    data.set("document", new Blob(["%PDF-1.7 a bill"], { type: "application/pdf" }), "bill.pdf");
    data.set("siteId", COMPANY);
    return data;
  };

  test("are replayed as they were, bodies and control headers too", async () => {
    const file = await record("replay", [
      [`/meter/company/${COMPANY}?page=2`],
      [
        `/site/company/${COMPANY}`,
        { method: "POST", body: '{"name":"Wharf"}', headers: { "content-type": "application/json" } },
      ],
      [`/job/company/${COMPANY}`, { method: "POST", body: form() }],
      ["/team", { method: "PATCH", body: new URLSearchParams({ users: "analyst@example.com" }) }],
      ["/ping", { headers: { Prefer: "code=404" } }],
    ]);
    await using server = await startExampleServer(v2_2);
    const run = await runCli([
      "verify",
      "--api",
      "v2.2",
      "--against",
      server.url,
      "--recordings",
      file,
      "--concurrency",
      "1",
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("5 calls, 0 errors, 0 notes");
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /v2.2/meter/company/${COMPANY}?page=2`,
      `POST /v2.2/site/company/${COMPANY}`,
      `POST /v2.2/job/company/${COMPANY}`,
      "PATCH /v2.2/team",
      "GET /v2.2/ping",
    ]);
    const bodies = server.received.map(({ body }) => body.toString());
    expect(bodies[1]).toBe('{"name":"Wharf"}');
    expect(bodies[2]).toContain(
      'name="document"; filename="bill.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 a bill\r\n',
    );
    expect(bodies[3]).toBe("users=analyst%40example.com");
  });

  test("that get another status say so in a note and fail nothing", async () => {
    const file = await record("status", [["/ping"]]);
    await using server = await startExampleServer(v2_2, (_, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"detail":"Not found."}');
      return true;
    });
    const { code, out } = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--recordings", file]);
    expect(code).toBe(0);
    expect(out).toContain("note status-differs in response status\n    the answer is 404 where 200 was expected");
  });

  test("have the schema that is published, and the same bytes each time", async () => {
    const calls: [string, RequestInit?][] = [
      ["/ping"],
      [`/job/company/${COMPANY}`, { method: "POST", body: form() }],
      ["/nothing?a=1"],
    ];
    const [first, second] = [await record("schema", calls), await record("schema-again", calls)];
    const text = await readFile(first, "utf8");
    expect(await readFile(second, "utf8")).toBe(text);
    const recording: Recording = JSON.parse(text);
    expect(loadDocument(v2_2).validate(RECORDING_SCHEMA, JSON.parse(text))).toEqual([]);
    expect(recording).toMatchObject({ format: 1, api: "v2.2", specSha256: v2_2.sha256 });
    expect(recording.interactions).toHaveLength(3);
  });

  test.each<[string, (file: string) => Promise<string>, string]>([
    ["a corrupt file", async (file) => write(file, "{"), " is not valid JSON, line 1 ("],
    [
      "a file with a mistake",
      async (file) => write(file, '{\n  "format": 1,\n  "api": }\n}\n'),
      " is not valid JSON, line 3 (Unexpected token '}'): record it again with recorder.save()",
    ],
    [
      "an interaction without a path",
      async (file) => write(file, recordingOf({ method: "GET", headers: {} })),
      " is not a recording (interaction 1/request must have required property 'path'): record it again with recorder.save()",
    ],
    [
      "a header that cannot be sent",
      async (file) => write(file, recordingOf({ method: "GET", path: "/ping", headers: { "a b": "c" } })),
      ' is not a recording (interaction 1/request/headers has "a b", which cannot be sent): record it again with recorder.save()',
    ],
    [
      "another file",
      async (file) => write(file, '{"name":"x"}'),
      " is not a recording (it must have required property 'format'): record it again with recorder.save()",
    ],
    [
      "a list",
      async (file) => write(file, "[]"),
      " is not a recording (it must be object): record it again with recorder.save()",
    ],
    [
      "another format",
      async (file) => write(file, '{"format":2}'),
      ": its format is 2, this release of @nectar-sdk/testing reads 1: record it again with recorder.save()",
    ],
    [
      "another version",
      async (file) => write(file, JSON.stringify({ format: 1, api: "v2.0", specSha256: "", interactions: [] })),
      " was recorded with v2.0, not with v2.2: choose those of one version",
    ],
    ["no such file", async (file) => file, " does not exist: save recordings there with recorder.save() in your tests"],
    [
      "an empty folder",
      async (file) => emptyFolder(file),
      ": save recordings there with recorder.save() in your tests",
    ],
  ])("%s is refused with the cure", async (name, prepare, message) => {
    const path = await prepare(join(folder, `${name}.json`));
    const run = await runCli([
      "verify",
      "--api",
      "v2.2",
      "--against",
      "http://127.0.0.1:4010/v2.2",
      "--recordings",
      path,
    ]);
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain(message);
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("a server that is not on this machine", () => {
  test("gets reads alone unless writes are wanted, and the report says what was left out", async () => {
    // Nothing is sent to it: the name leads nowhere.
    const args = ["verify", "--api", "v2.2", "--against", "http://nectar.invalid/v2.2"];
    const { code, out, err } = await runCli(args);
    expect(code).toBe(2);
    expect(out).toContain("Left out: 22 calls\n");
    expect(out).toContain(
      "  sites.delete: DELETE changes data, and the server is not on this machine: pass --include-writes to send it",
    );
    expect(err).toContain("http://nectar.invalid/v2.2 cannot be reached (");
    const writes = await runCli([...args, "--include-writes"]);
    expect(writes.out).not.toContain("Left out");
  });
});

describe("what cannot be verified is said in one message that names the cure:", () => {
  test.each([
    [
      "v9.9",
      "http://127.0.0.1:4010/v9.9",
      `"v9.9" is no version of the API: known are ${apis.map(({ version }) => version).join(", ")}`,
    ],
    ["v2.2", "nowhere", "--against nowhere: a URL like http://127.0.0.1:4010/v2.2 is expected"],
    [
      "v2.2",
      "http://127.0.0.1:4010",
      "--against http://127.0.0.1:4010 must end with /v2.2, the base path of v2.2: did you mean http://127.0.0.1:4010/v2.2?",
    ],
    [
      "v2.0",
      "http://127.0.0.1:4010/v2.0",
      "--against http://127.0.0.1:4010/v2.0 must end with /v2, the base path of v2.0: did you mean http://127.0.0.1:4010/v2?",
    ],
  ])("--api %s --against %s", async (api, against, message) => {
    expect(await runCli(["verify", "--api", api, "--against", against])).toEqual({
      code: 2,
      out: "",
      err: `nectar-contract: ${message}\n`,
    });
  });

  test.each([
    "http://user:hunter2pass@127.0.0.1:1/v2.2",
    "http://:hunter2pass@127.0.0.1:1/v2.2",
    "user:hunter2pass@127.0.0.1:1/v2.2",
    "http://user:hunter2pass@127.0.0.1:99999/v2.2",
    "http://user:hunter2pass/1@127.0.0.1/v2.2",
    "http://user:1?hunter2pass@127.0.0.1/v2.2",
  ])("a user name and a password in the address, which are not printed: %s", async (against) => {
    expect(await runCli(["verify", "--api", "v2.2", "--against", against])).toEqual({
      code: 2,
      out: "",
      err: "nectar-contract: --against: a user name and password in the address are not allowed, leave them out: http://127.0.0.1:4010/v2.2\n",
    });
  });

  test.each([
    [["--against", "http://127.0.0.1:4010/v2.2?key=hunter2pass"]],
    [["--against", "http://127.0.0.1:4010/v2.2#hunter2pass"]],
    [["--against", "http://127.0.0.1:4010/v2.2", "--recordings", "http://user:hunter2pass@127.0.0.1/"]],
    [["--against", "http://127.0.0.1:4010/v2.2", "http://user:hunter2pass@127.0.0.1/v2.2"]],
    [["--report", "http://user:hunter2pass@127.0.0.1/v2.2", "--against", "http://127.0.0.1:4010/v2.2"]],
  ])("an address with a secret at another place, without the secret: %j", async (args) => {
    const { code, err } = await runCli(["verify", "--api", "v2.2", ...args]);

    expect(code).toBe(2);
    expect(err).toContain("127.0.0.1");
    expect(err).not.toContain("hunter2pass");
  });

  test("a server that is not there", async () => {
    const server = await startExampleServer(v2_2);
    await server.close();
    const { code, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /cannot be reached \(fetch failed: .*ECONNREFUSED.*\): start the server, or correct --against\n$/,
    );
  });

  test("a server that dies in the middle, with the report of what was done", async () => {
    await using server = await startExampleServer(v2_2, async (_, response, count) => {
      if (count < 10) return false;
      response.destroy();
      await server.close();
      return true;
    });
    const { code, out, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--concurrency", "1"]);
    expect(code).toBe(2);
    expect(err).toMatch(/stopped answering after \d+ of 53 calls \(.*\): see its log, start it again\n$/);
    expect(out).toContain("INCOMPLETE: ");
    expect(out).toContain("9 of 53 operations");
  });

  test("a server that does not answer", async () => {
    await using server = await startExampleServer(v2_2, () => true);
    const { code, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--timeout", "20"]);
    expect(code).toBe(2);
    expect(err).toContain("cannot be reached (The operation was aborted due to timeout)");
  });

  test("a single call that is not answered is an error of that call", async () => {
    await using server = await startExampleServer(v2_2, ({ url }) => url.endsWith("/ping"));
    const { code, out } = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--timeout", "2000"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "error missing-answer in response answer\n    there was no answer within 2000 ms: see the log of the server",
    );
  });

  test("a report that cannot be written", async () => {
    await using server = await startExampleServer(v2_2);
    const file = join(await write(join(folder, "a-file"), ""), "report.txt");
    const { code, err } = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--output", file]);
    expect(code).toBe(2);
    expect(err).toContain(`--output ${file} cannot be written (`);
  });
});

describe("another version", () => {
  test("breaks what the report names, offline", async () => {
    const server = await startExampleServer(v2_0);
    const recorder = createRecorder(v2_0);
    await recorder.fetch(`${server.url}/usage/company/${COMPANY}`, { headers });
    await recorder.fetch(`${server.url}/company`, { headers });
    const file = join(folder, "changes.json");
    await recorder.save(file);
    await server.close();
    const changes = ["verify", "--api", "v2.2", "--changes-from", "v2.0", "--recordings", file];
    const { code, out, err } = await runCli(changes);
    expect([code, err]).toEqual([1, ""]);
    expect(out.split("\n\n").slice(0, 2)).toEqual([
      "Nectar API v2.0, what would break on v2.2: 2 calls, 2 errors, 0 notes",
      [
        "usageData.listByCompany (usage_company_retrieve, GET /usage/company/{company_id})",
        "  error removed-response-property in response body /usageData/*/serviceAddress",
        "    v2.2 does not declare /usageData/*/serviceAddress, which was received",
        "  error removed-response-property in response body /usageData/*/timeOfUse",
        "    v2.2 does not declare /usageData/*/timeOfUse, which was received",
      ].join("\n"),
    ]);
    recorder.reset();
    recorder.check({ request: { method: "GET", url: `${server.url}/company`, headers } });
    await recorder.save(file);
    expect(await runCli(changes)).toMatchObject({ code: 0 });
    const wrong = await runCli(["verify", "--api", "v2.2", "--changes-from", "v2.1", "--recordings", file]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("was recorded with v2.0, not with v2.1") });
  });
});

test("an interrupt ends it with the report of what was done", async () => {
  const controller = new AbortController();
  await using server = await startExampleServer(v2_2, (_, __, count) => {
    if (count < 20) return false;
    controller.abort();
    return true;
  });
  const run = await runCli(["verify", "--api", "v2.2", "--against", server.url, "--concurrency", "1"], {
    signal: controller.signal,
  });
  expect(run.code).toBe(130);
  expect(run.out).toContain("INCOMPLETE: interrupted after 19 of 53 calls");
});

async function write(file: string, text: string): Promise<string> {
  await writeFile(file, text);
  return file;
}

async function emptyFolder(path: string): Promise<string> {
  await mkdir(path);
  return path;
}

/** A recording of one request. */
function recordingOf(request: object): string {
  return JSON.stringify({ format: 1, api: "v2.2", specSha256: "", interactions: [{ request, violations: [] }] });
}
