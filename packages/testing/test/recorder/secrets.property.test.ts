import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createRecorder, formatCoverage, type PlainExchange, type Recorder } from "../../src/index.ts";
import { FORMS, formsIn } from "../support/secret-forms.ts";

const BASE = "https://external.nectarclimate.com/v0.3";
const ID = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const CONNECTIONS = `/connection/company/${ID}`;
const json = { "Content-Type": "application/json" };

/** Passwords of people and machines, with characters that are special in JSON, URLs, HTML or reports. */
const secrets = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(..."abcxyz0189-_."),
      fc.constantFrom(...'"\\/%+&=?#<>: ,;`{}[]|~!@$^*()'),
      fc.constant("é"),
    ),
    minLength: 8,
    maxLength: 40,
  })
  .map((text) => `s${text}z`);

function sent(
  path: string,
  body: string | Uint8Array | undefined,
  headers: Record<string, string> = json,
): PlainExchange {
  const request = {
    method: body === undefined ? "GET" : "POST",
    url: BASE + path,
    headers: { Accept: "application/json", ...headers },
  };
  return { request: body === undefined ? request : { ...request, body } };
}

function received(path: string, body: unknown, headers: Record<string, string> = {}, status = 200): PlainExchange {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { ...sent(path, undefined, {}), response: { status, headers: { ...json, ...headers }, body: text } };
}

const credentials = (secret: string): object => ({ username: "ops", password: secret, sites: [ID] });

/** Places of secrets, each as a call that contains one. */
const PLACES: Readonly<Record<string, (secret: string) => PlainExchange>> = {
  "password of a connection": (secret) => sent(CONNECTIONS, JSON.stringify(credentials(secret))),
  "password without a Content-Type": (secret) => sent(CONNECTIONS, JSON.stringify(credentials(secret)), {}),
  "password in text/plain": (secret) =>
    sent(CONNECTIONS, JSON.stringify(credentials(secret)), { "Content-Type": "text/plain" }),
  "password in broken JSON": (secret) => sent(CONNECTIONS, JSON.stringify(credentials(secret)).slice(0, -1)),
  "password in broken UTF-8": (secret) =>
    sent(CONNECTIONS, Buffer.concat([Buffer.from(JSON.stringify(credentials(secret))), Buffer.from([0xff])])),
  "password in a form": (secret) =>
    sent(CONNECTIONS, `${new URLSearchParams({ password: secret })}`, {
      "Content-Type": "application/x-www-form-urlencoded",
    }),
  "password in a part": (secret) =>
    sent(CONNECTIONS, `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}\r\n--b--\r\n`, {
      "Content-Type": "multipart/form-data; boundary=b",
    }),
  "JSON in a part": (secret) =>
    sent(
      CONNECTIONS,
      `--b\r\nContent-Disposition: form-data; name="login"\r\n\r\n${JSON.stringify(credentials(secret))}\r\n--b--\r\n`,
      { "Content-Type": "multipart/form-data; boundary=b" },
    ),
  "answer to a security question": (secret) =>
    sent(CONNECTIONS, JSON.stringify({ sites: [ID], securityQuestions: [{ key: "City?", value: secret }] })),
  "a credential that the document does not know": (secret) =>
    sent(CONNECTIONS, JSON.stringify({ sites: [ID], more: { apiToken: [{ deep: secret }] } })),
  "password to a path that does not exist": (secret) => sent("/login", JSON.stringify({ password: secret })),
  "parameter of a signed URL": (secret) =>
    sent(`/bills/1.pdf?X-Amz-Signature=${encodeURIComponent(secret)}`, undefined, {}),
  "token in the query": (secret) => sent(`/ping?access_token=${encodeURIComponent(secret)}`, undefined, {}),
  "token in a link within the query": (secret) =>
    sent(`/ping?next=${encodeURIComponent(`https://a.example/?sig=${encodeURIComponent(secret)}`)}`, undefined, {}),
  Authorization: (secret) => sent("/ping", undefined, { Authorization: `Bearer ${secret}` }),
  "X-API-KEY": (secret) => sent("/ping", undefined, { "X-API-KEY": secret }),
  "another header of a key": (secret) => sent("/ping", undefined, { "X-Gateway-Token": secret }),
  Cookie: (secret) => sent("/ping", undefined, { Cookie: `session=${secret.padEnd(20, "0")}` }),
  "token of an invitation": (secret) => received(`/invitation/${ID}`, { id: ID, token: secret }),
  "link of an invitation": (secret) =>
    received(`/invitation/${ID}`, { id: ID, invitationUrl: `https://dash.example/p/i/${secret}` }),
  "link of an upload form": (secret) => received(`${CONNECTIONS}/link`, { publicCompanyId: "p", magicLinkUrl: secret }),
  "address of a file": (secret) =>
    received(`/document/${ID}`, { url: `https://s3.example/a.pdf?X-Amz-Signature=${secret}` }),
  "link to Stripe's portal": (secret) =>
    received("/team", { billing: { portal: `https://billing.example/p/session/${secret}` } }),
  "link to Svix's portal": (secret) => received("/webhook", { url: `https://app.svix.example/login#key=${secret}` }),
  "link in a response that is not JSON": (secret) =>
    received("/webhook", `{"url": "https://app.svix.example/login#key=${secret}"`),
  "signed link in a sentence": (secret) =>
    received("/ping", { detail: `see https://a.example/?sig=${encodeURIComponent(secret)}0123456789` }, {}, 400),
  "token in an undeclared status": (secret) => received("/ping", { token: secret }, {}, 418),
  number: (secret) => received("/ping", { pin: Number(`7${secret.length}${secret.charCodeAt(1)}123456`) }),
  Location: (secret) => received("/ping", {}, { Location: `/p/i/${encodeURIComponent(secret)}` }, 302),
  "Location elsewhere": (secret) =>
    received("/ping", {}, { Location: `https://dash.example/p/i/${encodeURIComponent(secret)}` }, 302),
  "Set-Cookie": (secret) => received("/ping", {}, { "Set-Cookie": `session=${secret.padEnd(20, "0")}; HttpOnly` }),
};

/** The secret part of a place. */
function pickSecret(place: string, secret: string): string {
  if (place === "number") return String(Number(`7${secret.length}${secret.charCodeAt(1)}123456`));
  return place === "Cookie" || place === "Set-Cookie" ? secret.padEnd(20, "0") : secret;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-"));
});

/** Everything that leaves a recorder. */
async function collectOutputs(recorder: Recorder, file: string): Promise<string[]> {
  await recorder.save(file);
  const reports = (["text", "json", "junit", "github"] as const).map((format) => recorder.report(format));
  return [
    JSON.stringify(recorder.interactions),
    JSON.stringify(recorder.recording()),
    ...reports,
    formatCoverage(recorder.coverage()),
    JSON.stringify(recorder.coverage()),
    await readFile(file, "utf8"),
    catchMessage(recorder),
  ];
}

test.each(Object.keys(PLACES))("a secret in this place never leaves the recorder: %s", async (place) => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const recorder = createRecorder(v0_3);
      const exchange = PLACES[place]?.(secret);
      if (exchange === undefined) throw new Error(`no place ${place}`);
      const violations = recorder.check(exchange);
      run += 1;
      const outputs = await collectOutputs(recorder, join(folder, `${place.replaceAll(/\W/g, "-")}-${run}.json`));
      for (const text of [...outputs, JSON.stringify(violations)])
        expect(formsIn(text, pickSecret(place, secret))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

// A link is known as a whole; only its form tells which part is a token.
test("a secret is redacted in every form and at any time", async () => {
  let run = 0;
  const places = fc.constantFrom(
    ...Object.keys(PLACES).filter((place) => !/number|sentence|link|address|Location|UTF-8|broken|Cookie/i.test(place)),
  );
  await fc.assert(
    fc.asyncProperty(
      secrets,
      places,
      fc.constantFrom(...Object.keys(FORMS)),
      fc.boolean(),
      async (secret, place, form, before) => {
        const text = FORMS[form]?.(secret) ?? "";
        const echoes = [
          received("/ping", { detail: `no ${text} here`, [text]: [{ deep: text }] }, {}, 400),
          received("/ping", `<p>${text}</p>`, { "Content-Type": "text/html" }, 502),
          received(`/site/company/${encodeURIComponent(secret)}?identifier=${encodeURIComponent(text)}`, {}, {}, 404),
          received("/ping", {}, { "X-Request-Id": text }),
          sent(`/site/company/${ID}`, JSON.stringify({ name: text })),
        ];
        const exchange = PLACES[place]?.(secret);
        const recorder = createRecorder(v0_3);
        for (const call of [...(before ? echoes : []), exchange, ...(before ? [] : echoes)])
          if (call !== undefined) recorder.check(call);
        run += 1;
        for (const output of await collectOutputs(recorder, join(folder, `echo-${run}.json`))) {
          expect(formsIn(output, secret)).toEqual([]);
          expect(output).not.toContain(text);
        }
      },
    ),
    { numRuns: 200 },
  );
});

function catchMessage(recorder: Recorder): string {
  try {
    recorder.expectNoViolations();
    return "";
  } catch (error) {
    return `${error instanceof Error ? error.message : ""} ${JSON.stringify(error)}`;
  }
}
