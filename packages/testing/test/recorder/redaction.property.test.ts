import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createRecorder, type Recorder } from "../../src/index.ts";

const BASE = "https://external.nectarclimate.com/v0.3";
const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";

/** Keys that are valid in a header, with characters that are special in JSON, URLs, XML or commands. */
const keys = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."abcxyz0189-_."),
      fc.constantFrom(..."\"\\/%+&=?#<>: ,;'`{}[]|~!@$^*()"),
      fc.constantFrom("é", "ÿ", "§"),
    ),
    minLength: 8,
    maxLength: 40,
  })
  .map((key) => `k${key}z`);

/** Places of a key besides its header. */
const leaks = fc.record({
  query: fc.boolean(),
  named: fc.boolean(),
  path: fc.boolean(),
  body: fc.constantFrom("json", "name", "text", "form", "multipart", "file", "bytes", "none"),
  response: fc.constantFrom("json", "text", "header", "problem", "failure", "bytes"),
  headerLater: fc.boolean(),
});

type Leaks = typeof leaks extends fc.Arbitrary<infer T> ? T : never;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

test("the key is in no interaction, report, message or file", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(keys, leaks, async (key, where) => {
      const recorder = createRecorder(v0_3, { fetch: async () => respond(key, where) });
      const outcome = await recorder.fetch(buildUrl(key, where), buildInit(key, where)).then(String, () => "failed");
      expect(outcome).toBe(where.response === "failure" ? "failed" : "[object Response]");
      // A key that becomes known later is removed from earlier interactions.
      if (where.headerLater) await recorder.fetch(`${BASE}/ping`, { headers: { "X-API-KEY": key } }).catch(String);
      run += 1;
      const file = join(folder, `${run}.json`);
      await recorder.save(file);
      const texts = [
        JSON.stringify(recorder.interactions),
        JSON.stringify(recorder.recording()),
        ...(["text", "json", "junit", "github"] as const).map((format) => recorder.report(format)),
        await readFile(file, "utf8"),
        catchMessage(recorder),
      ];
      for (const text of texts) for (const form of listForms(key)) expect(text).not.toContain(form);
      expect(texts[0]).toContain("[redacted]");
    }),
    { numRuns: 300 },
  );
});

test("the key is redacted in percent-encoding of every character, and in base64 of files and other bytes", async () => {
  const key = "nectar-key-0123456789";
  const percent = [...key].map((character) => `%${character.charCodeAt(0).toString(16)}`).join("");
  const bytes = new Uint8Array([0xff, ...new TextEncoder().encode(key)]);
  const recorder = createRecorder(v0_3, { fetch: async () => new Response(bytes) });
  const form = new FormData();
  form.set("document", new Blob([`%PDF ${key}`], { type: "application/pdf" }), "bill.pdf");
  await recorder.fetch(`${BASE}/job/company/${percent}?a=${percent}`, {
    method: "POST",
    headers: { "X-API-KEY": key },
    body: form,
  });
  expect(recorder.interactions[0]).toMatchObject({
    request: {
      path: "/job/company/[redacted]?a=[redacted]",
      body: { parts: [{ name: "document", file: { fileName: "bill.pdf", contentType: "application/pdf", size: 26 } }] },
    },
    response: { body: { omitted: "it contains a secret" } },
  });
  expect(JSON.stringify(recorder.recording())).not.toContain("base64");
});

test("a placeholder that is too short for a key is not redacted", async () => {
  const recorder = createRecorder(v0_3, { fetch: async () => Response.json([]) });
  await recorder.fetch(`${BASE}/company`, { headers: { "X-API-KEY": "com", Accept: "application/json" } });
  expect(recorder.interactions[0]?.request).toEqual({
    method: "GET",
    path: "/company",
    headers: { accept: "application/json", "x-api-key": "[redacted]" },
  });
});

test("cookies and other headers that do not matter to the contract are dropped", async () => {
  const answerHeaders = { "set-cookie": "session=abcdef", "retry-after": "3", server: "x" };
  const recorder = createRecorder(v0_3, { fetch: async () => Response.json([], { headers: answerHeaders }) });
  await recorder.fetch(`${BASE}/company`, { headers: { Cookie: "a=b", "User-Agent": "me", Prefer: "code=200" } });
  expect(recorder.interactions[0]?.request.headers).toEqual({ prefer: "code=200" });
  expect(recorder.interactions[0]?.response?.headers).toEqual({
    "content-type": "application/json",
    "retry-after": "3",
  });
});

function buildUrl(key: string, { query, named, path }: Leaks): string {
  const search = new URLSearchParams([
    ...(query ? [["identifier", `a ${key}`] as [string, string]] : []),
    ...(named ? [["api_key", key] as [string, string]] : []),
  ]);
  const segment = path ? encodeURIComponent(key) : COMPANY;
  return `${BASE}/site/company/${segment}?${search}`;
}

function buildInit(key: string, { body, headerLater }: Leaks): RequestInit {
  const headers: Record<string, string> = headerLater ? {} : { "X-API-KEY": key };
  const form = new FormData();
  form.set(body === "file" ? "name" : key, `the ${key}`);
  form.set("file", new Blob([`%PDF ${key}`]), `${key}.pdf`);
  const json = { ...headers, "Content-Type": "application/json" };
  switch (body) {
    case "json":
      return { method: "POST", headers: json, body: JSON.stringify({ name: key, path: [{ deep: `a ${key} b` }] }) };
    case "name":
      return { method: "POST", headers: json, body: JSON.stringify({ [key]: 1 }) };
    case "text":
      return { method: "POST", headers: json, body: `{ ${key}` };
    case "form":
      return { method: "POST", headers, body: new URLSearchParams({ [key]: key }) };
    case "multipart":
    case "file":
      return { method: "POST", headers, body: form };
    case "bytes":
      return { method: "POST", headers: json, body: new Uint8Array([0xff, 0xfe, ...new TextEncoder().encode(key)]) };
    case "none":
      return { headers };
  }
}

function respond(key: string, { response: kind }: Leaks): Response {
  switch (kind) {
    case "json":
      return Response.json({ id: key, [key]: { name: `a ${key}` } }, { status: 201 });
    case "text":
      return new Response(`no ${key}`, { headers: { "content-type": "text/plain" } });
    case "header":
      return Response.json([], {
        headers: {
          "sl-violations": JSON.stringify([{ message: encodeURIComponent(key) }]),
          location: `/${encodeURI(key)}`,
        },
      });
    case "problem":
      return Response.json({ detail: `the key ${key}` }, { status: 422 });
    case "bytes":
      return new Response(new Uint8Array([0xff, ...new TextEncoder().encode(key)]));
    case "failure":
      throw new TypeError("fetch failed", { cause: new Error(`header ${key} is bad`) });
  }
}

function catchMessage(recorder: Recorder): string {
  try {
    recorder.expectNoViolations();
    return "";
  } catch (error) {
    return `${error instanceof Error ? error.message : ""} ${JSON.stringify(error)}`;
  }
}

function listForms(key: string): string[] {
  const xml = key.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const form = `${new URLSearchParams({ k: key })}`.slice(2);
  return [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), form, xml, xml.replaceAll('"', "&quot;")];
}
