import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UploadSource } from "../../src/index.ts";
import { startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";
import { createPdf, HEADS, toBytes } from "../support/uploads/bills.ts";
import { startUploadServer } from "../support/uploads/upload-server.ts";

const LIMIT = 25 * 1024 * 1024;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-uploads-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A stream of chunks that records how many were taken and whether it was cancelled. */
function createStream(chunks: Iterable<Uint8Array<ArrayBuffer>>) {
  const iterator = chunks[Symbol.iterator]();
  const state = { taken: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const { done, value } = iterator.next();
        if (done) return controller.close();
        state.taken += 1;
        controller.enqueue(value);
      },
      cancel() {
        state.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

/** A client for which sending anything is an error. */
const { jobs: unsent } = connectTo(() => Promise.reject(new Error("nothing should be sent")), { maxRetries: 0 });

/** Returns the message of an upload that is rejected before sending. */
async function readRefusal(document: UploadSource): Promise<string> {
  const error = await catchError(unsent.submit("c", { document }));
  expect(error).toMatchObject({ kind: "validation" });
  return error instanceof Error ? error.message : "";
}

describe("each kind of source arrives with its bytes, name and content type", () => {
  const bytes = createPdf(100_000);
  bytes.set([0x0d, 0x0a, 0x2d, 0x2d, 0, 255], 5_000);
  const padded = new Uint8Array(200_000);
  padded.set(bytes, 50_000);
  const sources: [name: string, expected: string, source: () => UploadSource | Promise<UploadSource>][] = [
    ["Blob", "document.pdf", () => new Blob([bytes], { type: "text/plain" })],
    ["File", "March 2026.pdf", () => new File([bytes], "March 2026.pdf")],
    ["Uint8Array", "document.pdf", () => bytes],
    ["part of a larger buffer", "document.pdf", () => padded.subarray(50_000, 150_000)],
    ["Buffer", "document.pdf", () => Buffer.from(bytes)],
    ["ReadableStream", "document.pdf", () => createStream([bytes.subarray(0, 3), bytes.subarray(3)]).stream],
    ["stream of a Blob", "document.pdf", () => new Blob([bytes]).stream()],
    [
      "path",
      "bill 7.pdf",
      async () => {
        const path = join(folder, "bill 7.pdf");
        await writeFile(path, bytes);
        return { path };
      },
    ],
  ];

  test.each(sources)("%s arrives whole", async (_, name, source) => {
    const server = await startUploadServer();
    const { jobs } = connect(server.url);
    const { data, response } = await jobs
      .submit("c1", { document: await source(), siteId: "s1" }, { headers: { "x-trace": "t" } })
      .withResponse();
    expect(data).toEqual({ id: "job-1", status: "PENDING" });
    expect(response.status).toBe(201);
    expect(server.uploads).toHaveLength(1);
    const [upload] = server.uploads;
    expect(upload).toMatchObject({ url: "/job/company/c1", siteId: "s1", name, type: "application/pdf" });
    expect(upload?.parts.toSorted()).toEqual(["document", "siteId"]);
    expect(Buffer.compare(upload?.bytes ?? new Uint8Array(), bytes)).toBe(0);
    expect(server.requests[0]?.headers).toMatchObject({
      "x-trace": "t",
      "content-type": expect.stringMatching(/^multipart\/form-data; ?boundary=/),
    });
  });
});

test.each([undefined, null])("an upload without a site (%s) has no part for it", async (siteId) => {
  const server = await startUploadServer();
  await connect(server.url).jobs.submit("c1", { document: createPdf(20), siteId });
  expect(server.uploads[0]?.parts).toEqual(["document"]);
});

test("every version accepts uploads, also one without bulk uploads", async () => {
  const { v0_1 } = await import("@nectar-sdk/api-v0.1");
  const { v0_2 } = await import("@nectar-sdk/api-v0.2");
  const { createNectarClient } = await import("../../src/index.ts");
  const server = await startUploadServer();
  const options = { apiKey: "k", baseUrl: server.url };
  const job = await createNectarClient(v0_1, options).jobs.submit("c0", { document: createPdf(20) });
  await createNectarClient(v0_2, options).jobs.submit("c1", { document: new Blob([createPdf(20)]) });
  expect(job.id).toBe("job-1");
  expect(server.uploads.map(({ url }) => url)).toEqual(["/job/company/c0", "/job/company/c1"]);
});

test("any file name arrives unchanged", () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((name) => !/["\r\n\p{Cs}]/u.test(name)),
      async (name) => {
        const names: string[] = [];
        const { jobs } = connectTo(async (input, init) => {
          const form = await (input instanceof Request ? input : new Request(input, init)).formData();
          const document = form.get("document");
          if (document instanceof File) names.push(document.name);
          return Response.json({ id: "j", status: "PENDING" });
        });
        await jobs.submit("c", { document: new File([HEADS.pdf], name) });
        expect(names).toEqual([name]);
      },
    ),
  ));

test("a file name cannot end its header and begin another", async () => {
  const server = await startUploadServer();
  const name = 'a"; filename="evil.exe\r\nContent-Type: text/html\r\n\r\n.pdf';
  await connect(server.url).jobs.submit("c", { document: new File([HEADS.pdf], name) });
  expect(server.uploads).toHaveLength(1);
  expect(server.uploads[0]).toMatchObject({ type: "application/pdf", parts: ["document"] });
  expect(server.requests[0]?.body.toString("latin1")).toContain(
    'filename="a%22; filename=%22evil.exe%0D%0AContent-Type',
  );
});

describe("the content decides the type of a file", () => {
  test.each([
    ["a PDF named .txt", new File([HEADS.pdf], "bill.txt"), "application/pdf", "bill.txt"],
    ["a PNG named .pdf", new File([HEADS.png], "bill.pdf", { type: "application/pdf" }), "image/png", "bill.pdf"],
    ["a JPEG without a name", new Blob([HEADS.jpeg]), "image/jpeg", "document.jpg"],
    ["a PNG without a name", HEADS.png, "image/png", "document.png"],
    ["a file whose name is empty", new File([HEADS.pdf], ""), "application/pdf", "document.pdf"],
    ["a PDF behind a byte order mark", toBytes("\xef\xbb\xbf%PDF-1.4"), "application/pdf", "document.pdf"],
    [
      "a PDF behind a thousand other bytes",
      toBytes(`${"\n".repeat(1_000)}%PDF-1.4`),
      "application/pdf",
      "document.pdf",
    ],
  ])("%s is sent with the type of its content", async (_, document, type, name) => {
    const server = await startUploadServer();
    await connect(server.url).jobs.submit("c", { document });
    expect(server.uploads[0]).toMatchObject({ type, name });
  });

  test.each([
    ["text", new File(["total: 12"], "bill.pdf", { type: "application/pdf" }), "bill.pdf is not PDF, PNG or JPEG"],
    ["a GIF", toBytes("GIF89a"), "the document is not PDF, PNG or JPEG"],
    ["a file that is too short to tell", toBytes("%PD"), "the document is not PDF, PNG or JPEG"],
    ["a PDF that begins too late", toBytes(`${"\n".repeat(1_024)}%PDF-1.4`), "the document is not PDF, PNG or JPEG"],
    ["an empty file", new File([], "empty.pdf"), "empty.pdf is empty"],
    ["an empty stream", createStream([]).stream, "the document is empty"],
  ])("%s is rejected before sending", async (_, document, message) => {
    expect(await readRefusal(document)).toBe(`${message}; nothing was sent`);
  });
});

describe("a file has at most 25 MB", () => {
  test("25 MB are sent, from memory and from disk", async () => {
    const server = await startUploadServer();
    const { jobs } = connect(server.url);
    const path = join(folder, "just-so.pdf");
    await writeFile(path, HEADS.pdf);
    await truncate(path, LIMIT);
    await jobs.submit("c", { document: { path } });
    await jobs.submit("c", { document: createPdf(LIMIT) });
    expect(server.uploads.map(({ bytes }) => bytes.byteLength)).toEqual([LIMIT, LIMIT]);
  });

  test("one more byte is rejected, from memory and from disk", async () => {
    const path = join(folder, "too-large.pdf");
    await writeFile(path, HEADS.pdf);
    await truncate(path, LIMIT + 1);
    expect(await readRefusal({ path })).toBe(`${path} is larger than 25 MB; nothing was sent`);
    expect(await readRefusal(new File([createPdf(LIMIT + 1)], "a.pdf"))).toBe(
      "a.pdf is larger than 25 MB; nothing was sent",
    );
  });

  test("a file whose size exceeds the limit is not read", async () => {
    const blob = new Blob([HEADS.pdf]);
    const read: string[] = [];
    const huge = new Proxy(blob, {
      get: (_, name) => {
        if (name === "size") return 10 * LIMIT;
        read.push(String(name));
        return undefined;
      },
    });
    expect(await readRefusal(huge)).toContain("larger than 25 MB");
    expect(read).not.toEqual(expect.arrayContaining([expect.stringMatching(/slice|stream|arrayBuffer|bytes|text/)]));
  });

  test("a stream is read up to the limit and then cancelled", async () => {
    function* endless() {
      yield HEADS.pdf;
      for (;;) yield new Uint8Array(1024 * 1024);
    }
    const { stream, state } = createStream(endless());
    expect(await readRefusal(stream)).toBe("the document is larger than 25 MB; nothing was sent");
    expect(state.isCancelled).toBe(true);
    expect(state.taken).toBeLessThan(30);
  });
});

describe("an unreadable source is rejected with its name", () => {
  test("a path without a file is rejected", async () => {
    const path = join(folder, "no/such/bill.pdf");
    expect(await readRefusal({ path })).toBe(`${path} cannot be read; nothing was sent`);
  });

  test("a folder is rejected", async () => {
    const path = join(folder, "a-folder.pdf");
    await mkdir(path);
    expect(await readRefusal({ path })).toBe(`${path} cannot be read; nothing was sent`);
  });

  test.each(["null", '"bill.pdf"', "7", "{}", '{"path":7}', "[]"])("%s is rejected", async (json) => {
    expect(await readRefusal(JSON.parse(json))).toBe(
      "the document must be a Blob, a File, a Uint8Array, a ReadableStream or { path }; nothing was sent",
    );
  });

  test("a failing stream fails the upload with its own error", async () => {
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new Error("the disk is gone")),
    });
    expect(await catchError(unsent.submit("c", { document: stream }))).toMatchObject({ message: "the disk is gone" });
  });
});

describe("an upload is retried only if it certainly did not arrive", () => {
  test("429 retries an upload with the whole body, from any source", async () => {
    const path = join(folder, "again.pdf");
    const bytes = createPdf(300_000);
    await writeFile(path, bytes);
    for (const document of [bytes, { path }, createStream([bytes]).stream, new File([bytes], "again.pdf")]) {
      const server = await startUploadServer(429, 429);
      expect((await connect(server.url).jobs.submit("c", { document })).id).toBe("job-3");
      expect(server.uploads.map((upload) => Buffer.compare(upload.bytes, bytes))).toEqual([0, 0, 0]);
      expect(new Set(server.uploads.map(({ name }) => name)).size).toBe(1);
    }
  });

  test.each([408, 500, 502, 503, 504])("%d does not retry an upload", async (status) => {
    const server = await startUploadServer(status);
    const error = await catchError(connect(server.url).jobs.submit("c", { document: createPdf(20) }));
    expect(error).toMatchObject({ kind: "api", status, operation: "jobs.submit" });
    expect(server.uploads).toHaveLength(1);
  });

  test("a lost connection does not retry an upload", async () => {
    const server = await startServer((_, response) => {
      response.destroy();
    });
    const error = await catchError(connect(server.url).jobs.submit("c", { document: createPdf(20) }));
    expect(error).toMatchObject({ kind: "connection", operation: "jobs.submit" });
    expect(server.requests).toHaveLength(1);
  });
});

test("a redirect does not take the file and the key elsewhere", async () => {
  const elsewhere = await startUploadServer();
  const server = await startServer((_, response) => {
    response.writeHead(307, { location: `${elsewhere.url}/job/company/c` }).end();
  });
  const error = await catchError(connect(server.url).jobs.submit("c", { document: createPdf(20) }));
  expect(error).toMatchObject({ kind: "connection", operation: "jobs.submit" });
  expect([server.requests.length, elsewhere.requests.length]).toEqual([1, 0]);
});

describe("limits of an upload", () => {
  /** A stream that yields its first bytes and then nothing. */
  function stalled() {
    const state = { isCancelled: false };
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(HEADS.pdf),
      cancel: () => {
        state.isCancelled = true;
      },
    });
    return { stream, state };
  }

  test("an abort while a stream is read ends the upload at once and cancels the stream", async () => {
    const { stream, state } = stalled();
    const abort = new AbortController();
    const upload = unsent.submit("c", { document: stream }, { signal: abort.signal });
    setImmediate(() => abort.abort("enough"));
    expect(await catchError(upload)).toMatchObject({ kind: "abort", cause: "enough" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.isCancelled).toBe(true);
  });

  test("a deadline applies to reading a stream", async () => {
    const { stream, state } = stalled();
    const error = await catchError(unsent.submit("c", { document: stream }, { deadline: 50 }));
    expect(error).toMatchObject({ kind: "timeout" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.isCancelled).toBe(true);
  });

  test("the deadline of the client also applies to reading", async () => {
    const { stream, state } = stalled();
    const { jobs } = connectTo(() => Promise.reject(new Error("nothing should be sent")), { deadline: 50 });
    expect(await catchError(jobs.submit("c", { document: stream }))).toMatchObject({ kind: "timeout" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.isCancelled).toBe(true);
  });

  test("a deadline that is not a number is rejected before anything is read", async () => {
    const { stream } = stalled();
    const error = await catchError(unsent.submit("c", { document: stream }, { deadline: Number.NaN }));
    expect(error).toMatchObject({
      kind: "validation",
      message: expect.stringContaining("`deadline` must be a number"),
    });
    expect(stream.locked).toBe(false);
  });

  test("a deadline also applies after reading", async () => {
    const server = await startServer(() => {});
    const error = await catchError(
      connect(server.url).jobs.submit("c", { document: createPdf(20) }, { deadline: 150 }),
    );
    expect(error).toMatchObject({ kind: "timeout", operation: "jobs.submit" });
  });

  test("an abort before the upload begins sends nothing", async () => {
    const upload = unsent.submit("c", { document: createPdf(20) }, { signal: AbortSignal.abort("enough") });
    expect(await catchError(upload)).toMatchObject({ kind: "abort", cause: "enough" });
  });
});

describe("submitBulk", () => {
  test("submitBulk sends URLs as JSON", async () => {
    const server = await startServer((_, response) => {
      response.writeHead(201, { "content-type": "application/json" }).end('{"id":"j","status":"PENDING"}');
    });
    const documents = ["https://bucket.example/a.pdf?signature=a%2Fb", "HTTPS://bucket.example/b.pdf"];
    const { data } = await connect(server.url).jobs.submitBulk("c", { documents, siteId: "s" }).withResponse();
    expect(data.id).toBe("j");
    expect(server.requests[0]).toMatchObject({ method: "POST", url: "/job/company/c/bulk" });
    expect(JSON.parse(String(server.requests[0]?.body))).toEqual({ documents, siteId: "s" });
  });

  test.each([
    "http://bucket.example/a.pdf",
    "ftp://a/b",
    "bucket.example/a.pdf",
    "",
    "file:///a.pdf",
    "data:,x",
    "//a/b",
  ])("submitBulk rejects %j before sending, and names the bad one", async (url) => {
    const error = await catchError(unsent.submitBulk("c", { documents: ["https://a.example/1.pdf", url] }));
    expect(error).toMatchObject({
      kind: "validation",
      message: "jobs.submitBulk: documents[1] must be an https:// URL; nothing was sent",
    });
    expect(await catchError(unsent.submitBulk("c", { documents: [url] }).withResponse())).toMatchObject({
      kind: "validation",
    });
  });

  test.each([
    ["undefined", "the body must be an object"],
    ["null", "the body must be an object"],
    ['"https://bucket.example/a.pdf?signature=secret"', "the body must be an object"],
    ["{}", "`documents` must be a list of https:// URLs"],
    ['{"documents":null}', "`documents` must be a list of https:// URLs"],
    ['{"documents":"https://bucket.example/a.pdf?signature=secret"}', "`documents` must be a list of https:// URLs"],
    ['{"documents":{"length":1}}', "`documents` must be a list of https:// URLs"],
    ['{"documents":["https://a.example/1.pdf",null]}', "documents[1] must be an https:// URL"],
    ['{"documents":[["https://bucket.example/a.pdf?signature=secret"]]}', "documents[0] must be an https:// URL"],
    ['{"documents":[],"siteId":["secret"]}', "`siteId` must be a string or null"],
  ])("submitBulk rejects %s, names the argument and quotes no value", async (json, message) => {
    const body = json === "undefined" ? undefined : JSON.parse(json);

    const error = await catchError(unsent.submitBulk("c", body));

    expect(error).toMatchObject({
      kind: "validation",
      message: `jobs.submitBulk: ${message}; nothing was sent`,
    });
    expect(JSON.stringify([error, String(Object(error).stack)])).not.toContain("secret");
  });
});

test.each([
  ["undefined", "the body must be an object"],
  ["null", "the body must be an object"],
  ['{"document":{"path":"bill.pdf"},"siteId":{"secret":1}}', "`siteId` must be a string or null"],
])("submit rejects %s, names the argument and quotes no value", async (json, message) => {
  const body = json === "undefined" ? undefined : JSON.parse(json);

  const error = await catchError(unsent.submit("c", body));

  expect(error).toMatchObject({ kind: "validation", message: `jobs.submit: ${message}; nothing was sent` });
});
