import { openAsBlob } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContractViolationError, createRecorder, loadDocument, type Recorder } from "../../src/index.ts";
import { REPORT_FORMATS } from "../../src/report/format-report.ts";
import { type ExampleServer, type Intercept, startExampleServer } from "../support/example-server.ts";
import { KEY } from "../support/mutations.ts";

const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const headers = { "X-API-KEY": KEY, Accept: "application/json" };
const listCodes = (recorder: Recorder): string[] => recorder.violations.map(({ code }) => code);

let server: ExampleServer;
let intercept: Intercept = () => false;
const intercepting = async (handler: Intercept, run: () => Promise<void>): Promise<void> => {
  intercept = handler;
  try {
    await run();
  } finally {
    intercept = () => false;
  }
};

beforeAll(async () => {
  server = await startExampleServer(v0_3, (...args) => intercept(...args));
});
afterAll(() => server.close());

describe("the caller", () => {
  test("gets the original, unread response", async () => {
    const recorder = createRecorder(v0_3);
    const response = await recorder.fetch(`${server.url}/ping`, { headers });
    expect(response).toMatchObject({ status: 200, ok: true, bodyUsed: false, url: `${server.url}/ping` });
    const plain = await fetch(`${server.url}/ping`, { headers });
    expect(await response.json()).toEqual(await plain.json());
    expect(recorder.violations).toEqual([]);
    expect(recorder.interactions).toMatchObject([
      { operation: "ping.retrieve", request: { method: "GET", path: "/ping" }, response: { status: 200 } },
    ]);
  });

  test("can pass a string, a URL, a Request, and a Request with changes", async () => {
    const recorder = createRecorder(v0_3);
    const body = JSON.stringify({ name: "Wharf" });
    const url = `${server.url}/site/company/${COMPANY}`;
    const init = { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body };
    const inputs: [string | URL | Request, RequestInit?][] = [
      [url, init],
      [new URL(url), init],
      [new Request(url, init)],
      [new Request(url, { ...init, body: "{}" }), { body }],
      [new Request(url, { ...init, headers }), { headers: init.headers }],
      [url, { ...init, body: new TextEncoder().encode(body) }],
      [url, { ...init, body: new TextEncoder().encode(body).buffer }],
      [url, { ...init, body: new Blob([body]) }],
    ];
    for (const [input, change] of inputs) await recorder.fetch(input, change);
    recorder.expectNoViolations();
    expect(recorder.interactions.map(({ request }) => request.body)).toEqual(
      inputs.map(() => ({ json: { name: "Wharf" } })),
    );
    expect(server.received.slice(-inputs.length).map((request) => request.body.toString())).toEqual(
      inputs.map(() => body),
    );
  });

  test("gets the original network error, which is recorded", async () => {
    const recorder = createRecorder(v0_3);
    await intercepting(
      (_, response) => {
        response.destroy();
        return true;
      },
      async () => {
        const failed = recorder.fetch(`${server.url}/ping`, { headers });
        await expect(failed).rejects.toThrow(new TypeError("fetch failed"));
      },
    );
    expect(recorder.interactions).toMatchObject([{ operation: "ping.retrieve", violations: [] }]);
    expect(recorder.interactions[0]?.failure).toMatch(/^fetch failed: /);
    expect(recorder.interactions[0]).not.toHaveProperty("response");
  });

  test("gets the error of fetch for invalid arguments", async () => {
    const recorder = createRecorder(v0_3);
    await expect(recorder.fetch("no url")).rejects.toThrow("Failed to parse URL from no url");
    await expect(recorder.fetch(`${server.url}/ping`, { headers: { "a b": "c" } })).rejects.toThrow("Headers");
    await expect(recorder.fetch(`${server.url}/ping`, { body: "x" })).rejects.toThrow(
      "GET/HEAD method cannot have body",
    );
    await recorder.settled();
  });

  test("sees the reason of an abort", async () => {
    const recorder = createRecorder(v0_3);
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(recorder.fetch(`${server.url}/ping`, { headers, signal })).rejects.toBe(reason);
    expect(recorder.interactions[0]?.failure).toBe("enough");
  });

  test("can pass a fetch whose response is already read", async () => {
    const used = new Response("{}", { headers: { "content-type": "application/json" } });
    await used.text();
    const recorder = createRecorder(v0_3, { fetch: async () => used });
    expect(await recorder.fetch(`${server.url}/ping`, { headers })).toBe(used);
    expect(listCodes(recorder)).toEqual(["unchecked-response-body"]);
  });
});

describe("an upload is recorded by its parts and arrives unchanged", () => {
  const url = (): string => `${server.url}/job/company/${COMPANY}`;
  const pdf = `%PDF-1.7 ${"x".repeat(100_000)}`;
  const form = (document: Blob): FormData => {
    const data = new FormData();
    data.set("document", document, "bill.pdf");
    data.set("siteId", COMPANY);
    return data;
  };
  const file = { fileName: "bill.pdf", contentType: "application/pdf", size: pdf.length };
  const partsWith = (document: object): object => ({
    parts: [
      { name: "document", file: document },
      { name: "siteId", text: COMPANY },
    ],
  });
  const arrived = (): string => server.received.at(-1)?.body.toString() ?? "";

  test("from a form, also of a file on disk", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "nectar-")), "bill.pdf");
    await writeFile(path, pdf);
    for (const document of [
      new Blob([pdf], { type: "application/pdf" }),
      await openAsBlob(path, { type: "application/pdf" }),
    ]) {
      const recorder = createRecorder(v0_3);
      await recorder.fetch(url(), { method: "POST", headers, body: form(document) });
      recorder.expectNoViolations();
      expect(recorder.interactions[0]?.request.body).toEqual(partsWith(file));
      expect(arrived()).toContain(pdf);
    }
  });

  test("from a Request, with the content of a small file", async () => {
    const recorder = createRecorder(v0_3);
    const document = new Blob(["%PDF-1.7"], { type: "application/pdf" });
    await recorder.fetch(new Request(url(), { method: "POST", headers, body: form(document) }));
    recorder.expectNoViolations();
    expect(recorder.interactions[0]?.request.body).toEqual(
      partsWith({ ...file, size: 8, base64: Buffer.from("%PDF-1.7").toString("base64") }),
    );
    expect(arrived()).toContain("%PDF-1.7");
  });

  test("from a stream, which is read once and never ahead", async () => {
    const encoded = new Request("http://nectar.example", {
      method: "POST",
      body: form(new Blob([pdf], { type: "application/pdf" })),
    });
    const contentType = encoded.headers.get("content-type") ?? "";
    const recorder = createRecorder(v0_3);
    const init = {
      method: "POST",
      headers: { ...headers, "content-type": contentType },
      body: encoded.body,
      duplex: "half",
    } as const;
    await recorder.fetch(url(), init);
    recorder.expectNoViolations();
    expect(recorder.interactions[0]?.request.body).toEqual(partsWith(file));
    expect(arrived()).toContain(pdf);
  });

  test("from a stream of JSON", async () => {
    const recorder = createRecorder(v0_3);
    const body = new Blob(['{"name":', '"Wharf"}']).stream();
    const init = {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
      duplex: "half",
    } as const;
    await recorder.fetch(`${server.url}/site/company/${COMPANY}`, init);
    recorder.expectNoViolations();
    expect(recorder.interactions[0]?.request.body).toEqual({ json: { name: "Wharf" } });
    expect(arrived()).toBe('{"name":"Wharf"}');
  });

  test("larger than the limit", async () => {
    const recorder = createRecorder(v0_3);
    const large = new Blob([new Uint8Array(12_000_000)], { type: "application/pdf" });
    await recorder.fetch(new Request(url(), { method: "POST", headers, body: form(large) }));
    recorder.expectNoViolations();
    expect(server.received.at(-1)?.body.length).toBeGreaterThan(12_000_000);
    expect(recorder.interactions[0]?.request.body).toMatchObject({
      parts: [{ name: "document", file: { fileName: "bill.pdf" } }],
    });
  });

  test("with text instead of a file, without the file, and with an extra part", async () => {
    const recorder = createRecorder(v0_3);
    const text = new FormData();
    text.set("document", "%PDF");
    const none = new FormData();
    none.set("siteId", COMPANY);
    const more = form(new Blob([pdf]));
    more.set("nothing", "1");
    for (const body of [text, none, more]) await recorder.fetch(url(), { method: "POST", headers, body });
    expect(recorder.violations.map(({ code, at, message }) => [code, at, message])).toEqual([
      ["invalid-body", "body /document", "document is text: send it as a file with a file name"],
      ["invalid-body", "body", "the body must have required property 'document'"],
      ["unknown-body-property", "body /nothing", "nothing is not a property of this body: leave it out"],
    ]);
  });
});

describe("a response", () => {
  test("larger than the limit arrives complete, and is a note", async () => {
    const size = 9_000_000;
    const recorder = createRecorder(v0_3);
    await intercepting(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).end(Buffer.alloc(size, " "));
        return true;
      },
      async () => {
        const response = await recorder.fetch(`${server.url}/ping`, { headers });
        expect((await response.arrayBuffer()).byteLength).toBe(size);
      },
    );
    recorder.expectNoViolations();
    expect(recorder.violations).toMatchObject([
      {
        code: "unchecked-response-body",
        message: "the response was not checked: it is larger than 8 MB",
        severity: "note",
      },
    ]);
  });

  test("without an end is read only up to the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const recorder = createRecorder(v0_3, { fetch: async () => new Response(endless) });
    const response = await recorder.fetch(`${server.url}/ping`, { headers });
    expect(listCodes(recorder)).toContain("undeclared-response-type");
    expect(sent).toBeLessThan(9_000_000);
    await response.body?.cancel();
  });

  test("that does not end reaches the caller, and is a note after a second", async () => {
    const recorder = createRecorder(v0_3);
    await intercepting(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).write("{");
        return true;
      },
      async () => {
        const response = await recorder.fetch(`${server.url}/ping`, { headers });
        expect(response.status).toBe(200);
        expect(() => recorder.expectNoViolations()).toThrow(
          "1 call is not recorded yet: await recorder.settled() first",
        );
        await recorder.settled();
        expect(listCodes(recorder)).toEqual(["unchecked-response-body"]);
        await response.body?.cancel();
      },
    );
  });

  test("that breaks off reaches the caller and breaks off there too", async () => {
    const recorder = createRecorder(v0_3);
    await intercepting(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": 100 }).write("{");
        setImmediate(() => response.destroy());
        return true;
      },
      async () => {
        const response = await recorder.fetch(`${server.url}/ping`, { headers });
        await expect(response.json()).rejects.toThrow("terminated");
      },
    );
    expect(listCodes(recorder)).toEqual(["unchecked-response-body"]);
  });

  test("that is nested too deeply is not checked", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const recorder = createRecorder(v0_3);
    await intercepting(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).end(deep);
        return true;
      },
      async () => {
        expect(await (await recorder.fetch(`${server.url}/ping`, { headers })).text()).toBe(deep);
      },
    );
    expect(listCodes(recorder)).toEqual(["unchecked-response-body"]);
  });
});

describe("violations", () => {
  test("are thrown with a report that names place and fix", async () => {
    const recorder = createRecorder(v0_3);
    await recorder.fetch(`${server.url}/document/company/${COMPANY}?datasourcetype=GAS`, { headers });
    await recorder.fetch(`${server.url}/document/company/${COMPANY}?datasourcetype=WATER`, { headers });
    expect(() => recorder.expectNoViolations()).toThrow(ContractViolationError);
    expect(() => recorder.expectNoViolations()).toThrow(
      [
        "documents.listByCompany (GET /document/company/{company_id})",
        "  error unknown-query-parameter in request query.datasourcetype (2 times)",
        '    datasourcetype is not a query parameter of documents.listByCompany: did you mean "datasourceType"?',
      ].join("\n"),
    );
    recorder.reset();
    expect(recorder.interactions).toEqual([]);
    recorder.expectNoViolations();
  });

  test("reject the call in `throw` mode after it is recorded", async () => {
    const recorder = createRecorder(v0_3, { mode: "throw" });
    await expect(recorder.fetch(`${server.url}/ping?pages=1`, { headers })).rejects.toThrow(
      "GET /ping?pages=1 breaks the contract of v0.3:\n  unknown-query-parameter at query.pages: pages is not a query parameter",
    );
    await expect(recorder.fetch(`${server.url}/ping`, { headers })).resolves.toMatchObject({ status: 200 });
    expect(recorder.interactions).toHaveLength(2);
  });

  test("have the given severities", async () => {
    const unavailable: Intercept = (_, response) => {
      response.writeHead(503).end();
      return true;
    };
    const strict = createRecorder(v0_3);
    const lenient = createRecorder(v0_3, { severities: { "undeclared-status": "note", "missing-api-key": "off" } });
    await intercepting(unavailable, async () => {
      await strict.fetch(`${server.url}/ping`, { headers });
      await lenient.fetch(`${server.url}/ping`, { headers: { Accept: "application/json" } });
    });
    expect(() => strict.expectNoViolations()).toThrow("not 503");
    lenient.expectNoViolations();
    expect(listCodes(lenient)).toEqual(["undeclared-status"]);
  });
});

describe("coverage", () => {
  test("counts operations and statuses, and lists what is missing", async () => {
    const recorder = createRecorder(v0_3);
    const id = "054f1d69-ba2d-4a5c-985f-7c3900fc6f68";
    await recorder.fetch(`${server.url}/document/${id}`, { headers });
    await recorder.fetch(`${server.url}/document/${id}`, { headers: { ...headers, Prefer: "code=404" } });
    await recorder.fetch(`${server.url}/document/company/${COMPANY}`, { headers: { ...headers, Prefer: "code=401" } });
    expect(recorder.coverage().operations["documents.retrieve"]).toEqual({
      operationId: expect.any(String),
      declared: ["200", "400", "401", "403", "404", "429"],
      seen: { 200: 1, 404: 1 },
    });
    recorder.expectFullCoverage(["documents.retrieve"]);
    recorder.expectFullCoverage(["documents.retrieve", "documents.retr*"]);
    expect(() => recorder.expectFullCoverage(["documents.*"])).toThrow(
      [
        "4 of 5 operations of v0.3 are not covered:",
        "  documents.listByCompany: 200 not seen; seen: 401",
        "  documents.listByConnection: 200 not seen, no response at all",
      ].join("\n"),
    );
    expect(() => recorder.expectFullCoverage(["documents.retrieve"], { statuses: "all" })).toThrow(
      "documents.retrieve: 400, 401, 403, 429 not seen; seen: 200, 404",
    );
    expect(() => recorder.expectFullCoverage(["document.*"])).toThrow(
      'no operation of v0.3 matches "document.*": did you mean "documents.*"?',
    );
    const count = loadDocument(v0_3).operations.size;
    expect(() => recorder.expectFullCoverage()).toThrow(`${count - 1} of ${count} operations of v0.3 are not covered`);
  });
});

describe("calls of another client", () => {
  test("are checked as plain data", () => {
    const recorder = createRecorder(v0_3);
    const request = {
      method: "GET",
      url: "https://external.nectarclimate.com/v0.3/company",
      headers: { "x-Api-Key": KEY, ACCEPT: "*/*" },
    };
    expect(recorder.check({ request })).toEqual([]);
    const response = { status: 200, headers: { "Content-Type": "application/json" }, body: '{"no":"list"}' };
    expect(recorder.check({ request: { ...request, body: "{}" }, response }).map(({ code }) => code)).toEqual([
      "unexpected-body",
      "invalid-response-body",
    ]);
    expect(recorder.interactions).toHaveLength(2);
  });
});

test("concurrent calls are recorded in the order in which they were sent", async () => {
  const recorder = createRecorder(v0_3);
  const paths = Array.from({ length: 20 }, (_, index) => `/meter/company/${COMPANY}?page=${index + 1}`);
  await intercepting(
    async ({ url }) => {
      const page = Number(/page=(\d+)/.exec(url)?.[1]);
      for (let turn = page; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return false;
    },
    async () => {
      await Promise.all(paths.map((path) => recorder.fetch(`${server.url}${path}`, { headers })));
    },
  );
  expect(recorder.interactions.map(({ request }) => request.path)).toEqual(paths);
});

test("an invalid method and an invalid URL are in no file and no report", () => {
  const recorder = createRecorder(v0_3);
  const request = { method: "GET", url: `${v0_3.baseUrl}/company`, headers: {} };

  recorder.check({ request: { ...request, method: "\n::error::S3cret-method" } });
  recorder.check({ request: { ...request, url: "not a url S3cret-address" } });
  recorder.check({ request: { ...request, url: "/v0.3/nothing\n::error::here" } });

  expect(recorder.interactions.map(({ request: { method, path } }) => `${method} ${path}`)).toEqual([
    "invalid-method /company",
    "GET /invalid-url",
    "GET /nothing%0A::error::here",
  ]);
  const kept = [
    JSON.stringify(recorder.recording()),
    ...REPORT_FORMATS.map((format) => recorder.report(format)),
  ].join();
  expect(kept).not.toContain("S3cret");
});
