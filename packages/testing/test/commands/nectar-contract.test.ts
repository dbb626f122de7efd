import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_1 } from "@nectar-sdk/api-v0.1";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { apis as published } from "@nectar-sdk/versions";
import { beforeAll, describe, expect, test } from "vitest";
import { createRecorder, loadDocument, RECORDING_SCHEMA, type Recording } from "../../src/index.ts";
import { startExampleServer } from "../support/example-server.ts";
import { KEY } from "../support/mutations.ts";
import { runCli } from "../support/run-contract.ts";
import { apis } from "../support/versions.ts";

const COUNT = loadDocument(v0_3).operations.size;
const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const headers = { "X-API-KEY": KEY, Accept: "application/json" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

describe.each(apis)("the smoke calls of $version", (api) => {
  test("cover every operation of a local server and find no violations in its examples", async () => {
    await using server = await startExampleServer(api);
    const { code, out, err } = await runCli(["verify", "--api", api.version, "--against", server.url]);
    const count = loadDocument(api).operations.size;
    expect(out).toContain(`Nectar API ${api.version}, against ${server.url}: ${count} calls, 0 errors, 0 notes`);
    expect(out).toContain(`${api.version}: ${count} of ${count} operations`);
    expect([code, err]).toEqual([0, ""]);
    expect(server.received).toHaveLength(count);
  });
});

describe("a server that breaks the contract", () => {
  test("fails the command with a report in the given format and file", async () => {
    await using server = await startExampleServer(v0_3, ({ url }, response) => {
      if (!url.endsWith("/webhook")) return false;
      response.writeHead(200, { "content-type": "application/json" }).end('{"url":7}');
      return true;
    });
    const args = ["verify", "--api", "v0.3", "--against", `${server.url}/`];
    const text = await runCli(args);
    expect(text.code).toBe(1);
    expect(text.out).toContain("webhookPortal.retrieve (GET /webhook)\n  error invalid-response-body in response body");
    const output = join(folder, "reports", "junit.xml");
    const junit = await runCli([...args, "--report", "junit", "--output", output]);
    expect(junit).toMatchObject({ code: 1, out: "" });
    expect(junit.err).toMatch(new RegExp(`^nectar-contract: ${COUNT} calls, [12] errors, \\d+ notes, 0 left out\\n$`));
    expect(await readFile(output, "utf8")).toContain(
      '<testcase classname="webhookPortal.retrieve" name="webhookPortal.retrieve">',
    );
    const github = await runCli([...args, "--report", "github"]);
    expect(github.out).toMatch(
      /^::error title=Nectar API v0\.3%3A webhookPortal\.retrieve::invalid-response-body in response body/,
    );
    const json = await runCli([...args, "--report", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ kind: "nectar-contract-report", api: "v0.3" });
  });
});

describe("the key", () => {
  test("is sent only to the server, never after a redirect, and never printed", async () => {
    await using elsewhere = await startExampleServer(v0_3);
    await using server = await startExampleServer(v0_3, ({ url, headers: sent }, response, count) => {
      if (count === 1) response.writeHead(307, { location: `${elsewhere.url}/ping` }).end();
      else if (count === 2)
        response
          .writeHead(500, { "content-type": "application/json" })
          .end(JSON.stringify({ detail: `${url} ${sent["x-api-key"]}` }));
      else return false;
      return true;
    });
    const { code, out, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url], {
      env: { NECTAR_API_KEY: KEY },
    });
    expect(code).toBe(1);
    expect(server.received.every((request) => request.headers["x-api-key"] === KEY)).toBe(true);
    expect(elsewhere.received).toEqual([]);
    expect(out).toContain("not 307");
    expect(out).toContain("not 500");
    expect(out + err).not.toContain(KEY);
  });

  test("that is invalid in a header is refused without being printed", async () => {
    const run = await runCli(["verify", "--api", "v0.3", "--against", "http://127.0.0.1:4010/v0.3"], {
      env: { NECTAR_API_KEY: "secret\nkey" },
    });
    expect(run.code).toBe(2);
    expect(run.err).toContain("the value for the header X-API-KEY contains characters that a header must not have");
    expect(run.err).not.toContain("secret");
  });

  test("that every call refuses is named", async () => {
    await using server = await startExampleServer(v0_3, (_, response) => {
      response.writeHead(401, { "content-type": "application/json" }).end('{"detail":"no"}');
      return true;
    });
    const { code, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url]);
    expect([code, err]).toEqual([
      2,
      `nectar-contract: ${server.url} responded to every call with 401: set NECTAR_API_KEY to an active key of this environment\n`,
    ]);
  });
});

describe("recordings", () => {
  const record = async (name: string, calls: readonly [string, RequestInit?][]): Promise<string> => {
    await using server = await startExampleServer(v0_3);
    const recorder = createRecorder(v0_3);
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

  test("are replayed unchanged, with bodies and control headers", async () => {
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
    await using server = await startExampleServer(v0_3);
    const run = await runCli([
      "verify",
      "--api",
      "v0.3",
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
      `GET /v0.3/meter/company/${COMPANY}?page=2`,
      `POST /v0.3/site/company/${COMPANY}`,
      `POST /v0.3/job/company/${COMPANY}`,
      "PATCH /v0.3/team",
      "GET /v0.3/ping",
    ]);
    const bodies = server.received.map(({ body }) => body.toString());
    expect(bodies[1]).toBe('{"name":"Wharf"}');
    expect(bodies[2]).toContain(
      'name="document"; filename="bill.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 a bill\r\n',
    );
    expect(bodies[3]).toBe("users=analyst%40example.com");
  });

  test("that get another status have a note and do not fail", async () => {
    const file = await record("status", [["/ping"]]);
    await using server = await startExampleServer(v0_3, (_, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"detail":"Not found."}');
      return true;
    });
    const { code, out } = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--recordings", file]);
    expect(code).toBe(0);
    expect(out).toContain("note status-differs in response status\n    the response is 404, expected 200");
  });

  test("follow the published schema and have the same bytes each time", async () => {
    const calls: [string, RequestInit?][] = [
      ["/ping"],
      [`/job/company/${COMPANY}`, { method: "POST", body: form() }],
      ["/nothing?a=1"],
    ];
    const [first, second] = [await record("schema", calls), await record("schema-again", calls)];
    const text = await readFile(first, "utf8");
    expect(await readFile(second, "utf8")).toBe(text);
    const recording: Recording = JSON.parse(text);
    expect(loadDocument(v0_3).validate(RECORDING_SCHEMA, JSON.parse(text))).toEqual([]);
    expect(recording).toMatchObject({ format: 1, api: "v0.3", specSha256: v0_3.sha256 });
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
      async (file) => write(file, createRecording({ method: "GET", headers: {} })),
      " is not a recording (interaction 1/request must have required property 'path'): record it again with recorder.save()",
    ],
    [
      "a header that cannot be sent",
      async (file) => write(file, createRecording({ method: "GET", path: "/ping", headers: { "a b": "c" } })),
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
      ": its format is 2, but this release of @nectar-sdk/testing reads format 1: record it again with recorder.save()",
    ],
    [
      "another version",
      async (file) => write(file, JSON.stringify({ format: 1, api: "v0.1", specSha256: "", interactions: [] })),
      " was recorded with v0.1, not with v0.3: choose recordings of one version",
    ],
    ["no such file", async (file) => file, " does not exist: save recordings there with recorder.save() in your tests"],
    [
      "an empty folder",
      async (file) => emptyFolder(file),
      ": save recordings there with recorder.save() in your tests",
    ],
  ])("%s is refused with advice", async (name, prepare, message) => {
    const path = await prepare(join(folder, `${name}.json`));
    const run = await runCli([
      "verify",
      "--api",
      "v0.3",
      "--against",
      "http://127.0.0.1:4010/v0.3",
      "--recordings",
      path,
    ]);
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toContain(message);
    expect(run.err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("a server on another machine", () => {
  test("gets only reads by default, and the report lists what was left out", async () => {
    // Nothing is sent: the host name does not resolve.
    const args = ["verify", "--api", "v0.3", "--against", "http://nectar.invalid/v0.3"];
    const { code, out, err } = await runCli(args);
    expect(code).toBe(2);
    expect(out).toContain("Left out: 15 calls\n");
    expect(out).toContain(
      "  sites.delete: DELETE changes data, and the server is not on this machine: pass --include-writes to send it",
    );
    expect(err).toContain("http://nectar.invalid/v0.3 cannot be reached (");
    const writes = await runCli([...args, "--include-writes"]);
    expect(writes.out).not.toContain("Left out");
  });
});

describe("one message with advice names", () => {
  test.each([
    [
      "v9.9",
      "http://127.0.0.1:4010/v9.9",
      `"v9.9" is not a version of the API; expected one of: ${published.map(({ version }) => version).join(", ")}`,
    ],
    ["v0.3", "nowhere", "--against nowhere: expected a URL like http://127.0.0.1:4010/v0.3"],
    [
      "v0.3",
      "http://127.0.0.1:4010",
      "--against http://127.0.0.1:4010 must end with /v0.3, the base path of v0.3: did you mean http://127.0.0.1:4010/v0.3?",
    ],
    [
      "v0.1",
      "http://127.0.0.1:4010/v0.1",
      "--against http://127.0.0.1:4010/v0.1 must end with /v0, the base path of v0.1: did you mean http://127.0.0.1:4010/v0?",
    ],
  ])("--api %s --against %s", async (api, against, message) => {
    expect(await runCli(["verify", "--api", api, "--against", against])).toEqual({
      code: 2,
      out: "",
      err: `nectar-contract: ${message}\n`,
    });
  });

  test.each([
    "http://user:hunter2pass@127.0.0.1:1/v0.3",
    "http://:hunter2pass@127.0.0.1:1/v0.3",
    "user:hunter2pass@127.0.0.1:1/v0.3",
    "http://user:hunter2pass@127.0.0.1:99999/v0.3",
    "http://user:hunter2pass/1@127.0.0.1/v0.3",
    "http://user:1?hunter2pass@127.0.0.1/v0.3",
  ])("a user name and password in the URL without printing them: %s", async (against) => {
    expect(await runCli(["verify", "--api", "v0.3", "--against", against])).toEqual({
      code: 2,
      out: "",
      err: "nectar-contract: --against: the URL must not contain a user name or password: http://127.0.0.1:4010/v0.3\n",
    });
  });

  test.each([
    [["--against", "http://127.0.0.1:4010/v0.3?key=hunter2pass"]],
    [["--against", "http://127.0.0.1:4010/v0.3#hunter2pass"]],
    [["--against", "http://127.0.0.1:4010/v0.3", "--recordings", "http://user:hunter2pass@127.0.0.1/"]],
    [["--against", "http://127.0.0.1:4010/v0.3", "http://user:hunter2pass@127.0.0.1/v0.3"]],
    [["--report", "http://user:hunter2pass@127.0.0.1/v0.3", "--against", "http://127.0.0.1:4010/v0.3"]],
  ])("a URL with a secret elsewhere without printing the secret: %j", async (args) => {
    const { code, err } = await runCli(["verify", "--api", "v0.3", ...args]);

    expect(code).toBe(2);
    expect(err).toContain("127.0.0.1");
    expect(err).not.toContain("hunter2pass");
  });

  test("an unreachable server", async () => {
    const server = await startExampleServer(v0_3);
    await server.close();
    const { code, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /cannot be reached \(fetch failed: .*ECONNREFUSED.*\): start the server, or correct --against\n$/,
    );
  });

  test("a server that stops during the run, with the report so far", async () => {
    await using server = await startExampleServer(v0_3, async (_, response, count) => {
      if (count < 10) return false;
      response.destroy();
      await server.close();
      return true;
    });
    const { code, out, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--concurrency", "1"]);
    expect(code).toBe(2);
    expect(err).toMatch(
      new RegExp(`stopped responding after \\d+ of ${COUNT} calls \\(.*\\): check its log and restart it\\n$`),
    );
    expect(out).toContain("INCOMPLETE: ");
    expect(out).toContain(`9 of ${COUNT} operations`);
  });

  test("a server that does not respond", async () => {
    await using server = await startExampleServer(v0_3, () => true);
    const { code, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--timeout", "20"]);
    expect(code).toBe(2);
    expect(err).toContain("cannot be reached (The operation was aborted due to timeout)");
  });

  test("a single call without a response, as an error of that call", async () => {
    await using server = await startExampleServer(v0_3, ({ url }) => url.endsWith("/ping"));
    const { code, out } = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--timeout", "2000"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "error missing-response in response response\n    no response within 2000 ms: check the server log",
    );
  });

  test("a report that cannot be written", async () => {
    await using server = await startExampleServer(v0_3);
    const file = join(await write(join(folder, "a-file"), ""), "report.txt");
    const { code, err } = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--output", file]);
    expect(code).toBe(2);
    expect(err).toContain(`--output ${file} cannot be written (`);
  });
});

describe("another version", () => {
  test("breaks what the report names, offline", async () => {
    const server = await startExampleServer(v0_1);
    const recorder = createRecorder(v0_1);
    await recorder.fetch(`${server.url}/usage/company/${COMPANY}`, { headers });
    await recorder.fetch(`${server.url}/company`, { headers });
    const file = join(folder, "changes.json");
    await recorder.save(file);
    await server.close();
    const changes = ["verify", "--api", "v0.3", "--changes-from", "v0.1", "--recordings", file];
    const { code, out, err } = await runCli(changes);
    expect([code, err]).toEqual([1, ""]);
    expect(out.split("\n\n").slice(0, 2)).toEqual([
      "Nectar API v0.1, breaking changes in v0.3: 2 calls, 2 errors, 0 notes",
      [
        "usageData.listByCompany (GET /usage/company/{company_id})",
        "  error removed-response-property in response body /usageData/*/serviceAddress",
        "    v0.3 does not declare /usageData/*/serviceAddress, which was received",
        "  error removed-response-property in response body /usageData/*/timeOfUse",
        "    v0.3 does not declare /usageData/*/timeOfUse, which was received",
      ].join("\n"),
    ]);
    recorder.reset();
    recorder.check({ request: { method: "GET", url: `${server.url}/company`, headers } });
    await recorder.save(file);
    expect(await runCli(changes)).toMatchObject({ code: 0 });
    const wrong = await runCli(["verify", "--api", "v0.3", "--changes-from", "v0.2", "--recordings", file]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("was recorded with v0.1, not with v0.2") });
  });
});

test("an interrupt ends it with the report so far", async () => {
  const controller = new AbortController();
  await using server = await startExampleServer(v0_3, (_, __, count) => {
    if (count < 20) return false;
    controller.abort();
    return true;
  });
  const run = await runCli(["verify", "--api", "v0.3", "--against", server.url, "--concurrency", "1"], {
    signal: controller.signal,
  });
  expect(run.code).toBe(130);
  expect(run.out).toContain(`INCOMPLETE: interrupted after 19 of ${COUNT} calls`);
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
function createRecording(request: object): string {
  return JSON.stringify({ format: 1, api: "v0.3", specSha256: "", interactions: [{ request, violations: [] }] });
}
