import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { beforeAll, describe, expect, test } from "vitest";
import { createRecorder, type PlainExchange, type RedactOptions } from "../../src/index.ts";
import { startExampleServer } from "../support/example-server.ts";
import { runCli } from "../support/run-contract.ts";

const BASE = "https://external.nectarclimate.com/v0.3";
const ID = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const headers = {
  "X-API-KEY": "nectar-key-0123456789",
  Accept: "application/json",
  "Content-Type": "application/json",
};
const login = { url: "https://www.example-power.com", username: "ops@example.com", password: "hunter22", sites: [ID] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

function sent(body: object): PlainExchange {
  return { request: { method: "POST", url: `${BASE}/connection/company/${ID}`, headers, body: JSON.stringify(body) } };
}

function received(path: string, body: object): PlainExchange {
  const request = { method: "GET", url: BASE + path, headers };
  return { request, response: { status: 200, headers, body: JSON.stringify(body) } };
}

/** The recorded JSON of a call. */
function recordJson(exchange: PlainExchange, redact: RedactOptions = {}): unknown {
  const recorder = createRecorder(v0_3, { redact });
  recorder.check(exchange);
  const { request, response } = recorder.interactions[0] ?? {};
  const body = response === undefined ? request?.body : response.body;
  return body !== undefined && "json" in body ? body.json : body;
}

describe("a recorded call", () => {
  test("keeps everything except the password, including the address of the provider", () => {
    expect(recordJson(sent(login))).toEqual({ ...login, password: "redacted" });
  });

  test("replaces a link by an address that follows the document", () => {
    const invitation = { id: ID, token: "abc", invitationUrl: "https://dash.example.com/p/i/abc", useCount: 1 };
    expect(recordJson(received(`/invitation/${ID}`, invitation))).toEqual({
      id: ID,
      token: "redacted",
      invitationUrl: "https://redacted.invalid/",
      useCount: 1,
    });
  });

  test("keeps the error message of a field that is named like a secret", () => {
    const recorder = createRecorder(v0_3);
    const said = { password: ["This field may not be blank.", "hunter22 is too short."], detail: "Refused." };
    const { request } = sent(login);
    recorder.check({ request, response: { status: 400, headers, body: JSON.stringify(said) } });
    expect(recorder.interactions[0]?.response?.body).toEqual({
      json: { password: ["This field may not be blank.", "[redacted] is too short."], detail: "Refused." },
    });
  });

  test("redacts further names, by name or by schema and name", () => {
    const body = { url: "https://www.example-power.com", username: "ops", sites: [ID] };
    expect(recordJson(sent(body), { also: ["UserName"] })).toMatchObject({ username: "redacted", url: body.url });
    expect(recordJson(sent(body), { also: ["ConnectionCreateRequest.username"] })).toMatchObject({
      username: "redacted",
    });
    expect(recordJson(sent(body), { also: ["Connection.username"] })).toMatchObject({ username: "ops" });
  });

  test("keeps names that the caller excludes", () => {
    const provider = { id: "p1", name: "Example Power", url: "https://www.example-power.com" };
    const page = {
      totalDatasources: 1,
      perPage: 100,
      totalPages: 1,
      currentPage: 1,
      hasNext: false,
      hasPrevious: false,
      datasources: [provider],
    };
    expect(recordJson(received("/datasource", page))).toMatchObject({
      datasources: [{ url: "https://redacted.invalid/" }],
    });
    expect(recordJson(received("/datasource", page), { keep: ["Datasource.url"] })).toEqual(page);
    expect(recordJson(received("/datasource", page), { keep: ["url"] })).toEqual(page);
  });

  test("redacts personal values on request in bodies, queries and files", async () => {
    const recorder = createRecorder(v0_3, { redact: { personal: true }, fetch: async () => Response.json({}) });
    recorder.check(sent(login));
    recorder.check(received(`/connection/company/${ID}?connectionOwnerEmail=jo%40example.com`, {}));
    const form = new FormData();
    form.set("document", new Blob(["%PDF a bill of jo@example.com"], { type: "application/pdf" }), "Jo Example.pdf");
    await recorder.fetch(`${BASE}/job/company/${ID}`, {
      method: "POST",
      headers: { "X-API-KEY": headers["X-API-KEY"] },
      body: form,
    });
    const text = JSON.stringify(recorder.recording());
    expect(text).not.toMatch(/jo%40example|jo@example|ops@example|Jo Example/);
    expect(recorder.interactions.map(({ request }) => request.path)).toEqual([
      `/connection/company/${ID}`,
      `/connection/company/${ID}?connectionOwnerEmail=redacted%40redacted.invalid`,
      `/job/company/${ID}`,
    ]);
    expect(recorder.interactions[2]?.request.body).toEqual({
      parts: [{ name: "document", file: { fileName: "redacted.pdf", contentType: "application/pdf", size: 29 } }],
    });
  });

  test("redacts a short password in its own field and in messages about it", () => {
    const recorder = createRecorder(v0_3);
    const { request } = sent({ ...login, password: "1a2b" });
    recorder.check({
      request,
      response: { status: 418, headers, body: JSON.stringify({ detail: "not 1a2b but 1a2b3c" }) },
    });
    expect(recorder.violations.map(({ message }) => message).join()).toContain("not [redacted] but 1a2b3c");
    expect(recorder.interactions[0]?.request.body).toMatchObject({ json: { password: "redacted" } });
  });

  test("redacts the parameters of a signed URL, also inside a link", () => {
    const names = ["auth", "code", "Policy", "Key-Pair-Id", "X-Amz-Date", "Signature", "sig", "se", "sp", "sv", "sr"];
    const query = names.map((name) => `${name}=S3cret-${name}-1`).join("&");
    const recorder = createRecorder(v0_3);
    recorder.check(received(`/company?${query}`, { detail: `see https://a.example/?${query} and S3cret-code-1` }));

    const text = JSON.stringify(recorder.recording());

    expect(text).not.toContain("S3cret");
    expect(text).toContain("sv=[redacted]");
  });

  test("keeps the date of a signature and a preferred status elsewhere", () => {
    const exchange = received("/company?se=2026-01-31", { note: "due 2026-01-31, code=404x" });

    expect(recordJson(exchange)).toEqual({ note: "due 2026-01-31, code=404x" });
  });

  test.each([
    ["a body", '{"password":"S3cret-one","password":"S3cret-two"}', "application/json"],
    ["a body that is text", '{"password":"S3cret-one","password":""}', "text/plain"],
    ["a security question", '{"securityQuestions":[{"value":"S3cret-one","value":"S3cret-two"}]}', "application/json"],
    ["a field", `login=${encodeURIComponent('{"x":"S3cret-one","x":1}')}`, "application/x-www-form-urlencoded"],
  ])("redacts both values of a duplicate property in %s, and their repetitions", (_, body, type) => {
    const { request } = sent(login);
    const recorder = createRecorder(v0_3);
    recorder.check({
      request: { ...request, headers: { ...headers, "Content-Type": type }, body },
      response: { status: 400, headers, body: JSON.stringify({ detail: "not S3cret-one" }) },
    });

    expect(JSON.stringify(recorder.recording())).not.toContain("S3cret");
    expect(recorder.interactions[0]?.response?.body).toEqual({ json: { detail: "not [redacted]" } });
  });

  test("redacts a short password in sentences and whole values, and keeps ids that contain it", () => {
    const { request } = sent({ ...login, password: "hx7qz" });
    const said = { detail: "password hx7qz is wrong", value: "hx7qz", id: "a-hx7qz-b" };
    const echoes = {
      "Retry-After": "hx7qz",
      "sl-violations": '[{ "message": "hx7qz" }]',
      "Content-Type": "application/json; x=1; y=hx7qz",
    };
    const recorder = createRecorder(v0_3);
    recorder.check({
      request: { ...request, headers: { ...headers, Prefer: "code=400; hx7qz" } },
      response: { status: 400, headers: echoes, body: JSON.stringify(said) },
    });

    const [interaction] = recorder.interactions;

    expect(interaction?.response?.body).toEqual({
      json: { detail: "password [redacted] is wrong", value: "[redacted]", id: "a-hx7qz-b" },
    });
    expect(JSON.stringify([interaction?.request.headers, interaction?.response?.headers])).not.toContain("hx7qz");
  });

  test("keeps the words of the document, even when a password is one of them", () => {
    expect(recordJson(sent({ ...login, password: "password" }))).toEqual({ ...login, password: "redacted" });
  });
});

test("only the owner can read a recording, even when it replaces a file", async () => {
  const recorder = createRecorder(v0_3);
  recorder.check(sent(login));
  const file = join(folder, "mode.json");
  for (let save = 0; save < 2; save += 1) {
    await recorder.save(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  }
});

test("a call with a redacted password can be replayed without violations", async () => {
  await using server = await startExampleServer(v0_3);
  const recorder = createRecorder(v0_3);
  const body = JSON.stringify(login);
  await recorder.fetch(`${server.url}/connection/company/${ID}`, { method: "POST", headers, body });
  await recorder.save(join(folder, "replay/connection.json"));
  const { code, out } = await runCli([
    "verify",
    "--api",
    "v0.3",
    "--against",
    server.url,
    "--recordings",
    join(folder, "replay"),
  ]);
  expect(out).toContain("1 call, 0 errors, 0 notes");
  expect(code).toBe(0);
  expect(JSON.parse(server.received.at(-1)?.body.toString() ?? "")).toEqual({ ...login, password: "redacted" });
});
