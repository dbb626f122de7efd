import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRecorder, loadDocument, type MockServer, startMockServer } from "../../src/index.ts";
import { KEY } from "../support/mutations.ts";
import { runCli } from "../support/run-contract.ts";

const headers = { "X-API-KEY": KEY, Accept: "application/json" };

let prism: MockServer;
beforeAll(async () => {
  prism = await startMockServer(v0_3);
});
afterAll(() => prism.close());

test("the smoke calls and Prism have no complaints about each other", async () => {
  const { code, out, err } = await runCli(["verify", "--api", "v0.3", "--against", prism.url]);
  const operations = [...loadDocument(v0_3).operations.values()];
  const count = operations.length;
  const statuses = operations.flatMap(({ responses }) => [...responses.keys()]).length;
  expect(out).toContain(`${count} calls, 0 errors, 0 notes`);
  expect(out).toContain(`v0.3: ${count} of ${count} operations, ${count} of ${statuses} statuses`);
  expect([code, err]).toEqual([0, ""]);
});

test("a request that Prism accepts can be a violation, and a refusal has its reason", async () => {
  const recorder = createRecorder(v0_3);
  const lax = await recorder.fetch(`${prism.url}/company?pages=1`, { headers });
  const refused = await recorder.fetch(`${prism.url}/datasource?page=two`, { headers });
  expect([lax.status, refused.status]).toEqual([200, 400]);
  expect(recorder.violations.map(({ code, message }) => [code, message])).toEqual([
    ["unknown-query-parameter", "pages is not a query parameter of companies.list, which takes none"],
    ["invalid-parameter", 'page must be integer; got "two"'],
    ["mock-violation", "Prism reports: request.query.page: Request query parameter page must be integer"],
  ]);
});

test("a list that the document joins with commas is accepted so, and repeating its key is a violation", async () => {
  const recorder = createRecorder(v0_3);
  const joined = await recorder.fetch(`${prism.url}/datasource?states=CA,NY`, { headers });
  expect(recorder.violations).toEqual([]);
  const repeated = await recorder.fetch(`${prism.url}/datasource?states=CA&states=NY`, { headers });
  expect([joined.status, repeated.status]).toEqual([200, 200]);
  expect(recorder.violations.map(({ code, message }) => [code, message])).toEqual([
    ["wrong-array-style", "states is repeated: send it once, with commas, states=CA,NY"],
  ]);
});

test("calls recorded with Prism can be replayed against it", async () => {
  const recorder = createRecorder(v0_3);
  for (const page of [1, 2, 3])
    await recorder.fetch(`${prism.url}/datasource?page=${page}`, {
      headers: { ...headers, Prefer: `example=page${page}` },
    });
  await recorder.fetch(`${prism.url}/company`, { headers: { ...headers, Prefer: "code=404" } });
  recorder.expectNoViolations();
  const file = join(await mkdtemp(join(tmpdir(), "nectar-")), "recording.json");
  await recorder.save(file);
  const { code, out } = await runCli(["verify", "--api", "v0.3", "--against", prism.url, "--recordings", file]);
  expect(out).toContain("4 calls, 0 errors, 0 notes");
  expect(code).toBe(0);
});
