import { type MockServer, type Prism, type Recorder, startMockServer } from "@nectar-sdk/testing";
import { type ApiDocument, loadDocument } from "@nectar-sdk/testing/document";
import type { TestedVersion } from "../../src/apis.ts";
import type { Case } from "../../src/matrix.ts";
import { findProblems } from "../../src/run-case.ts";

/** A client of a version that calls a mock through a recorder. */
export interface Subject extends AsyncDisposable {
  readonly document: ApiDocument;
  readonly client: object;
  readonly recorder: Recorder;
  readonly mock: MockServer;
}

/** Starts a mock that uses a running Prism. */
export async function startSubject(
  { version, api, createClient, createRecorder }: TestedVersion,
  prism: Pick<Prism, "url">,
): Promise<Subject> {
  const mock = await startMockServer(api, { prism: { url: prism.url, version } });
  const recorder = createRecorder();
  const client = createClient({ baseUrl: mock.url, apiKey: "contract-key", fetch: recorder.fetch });
  return { document: loadDocument(api), client, recorder, mock, [Symbol.asyncDispose]: () => mock.close() };
}

/** Runs cases one by one; returns the problems of the calls and the violations of the recorder. */
export async function runCases({ client, recorder }: Subject, cases: readonly Case[]): Promise<string[]> {
  const before = recorder.violations.length;
  const problems: string[] = [];
  for (const testCase of cases) problems.push(...(await findProblems(client, testCase)));
  await recorder.settled();
  const violations = recorder.violations.slice(before);
  return [
    ...problems,
    ...violations.map(({ code, operation, at, message }) => `${operation} ${code} ${at}: ${message}`),
  ];
}
