import { loadDocument } from "../document/load-document.ts";
import type { ApiDocument, VersionFacts } from "../document/read-document.ts";
import { loadRecordings } from "../recording/recording-files.ts";
import { createReport, type Report } from "../report/create-report.ts";
import { UsageError } from "../shared/usage-error.ts";
import { loadVersion } from "../version/load-version.ts";
import { findBreakingChanges } from "./find-breaking-changes.ts";
import { planCalls, planRecordedCalls, planSmokeCalls } from "./plan-calls.ts";
import { type Replay, replay } from "./replay.ts";

/** Options to verify a server, or a recording against another version. */
export interface VerifyOptions {
  /** Version to check against: `v2.2`. */
  readonly api: string;
  /** Base URL of the server; `undefined` with `changesFrom`. */
  readonly against: string | undefined;
  /** Version of the recordings, to compare with `api` offline. */
  readonly changesFrom: string | undefined;
  /** Files and folders with recordings. */
  readonly recordings: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly concurrency: number;
  /** Milliseconds for one call. */
  readonly timeout: number;
  /** Whether to send methods that change data to a server on another machine. */
  readonly includeWrites: boolean;
}

/** Result of a verification. */
export interface Verdict {
  /** 0 no violations, 1 violations, 2 no verdict, 130 interrupted. */
  readonly exitCode: 0 | 1 | 2 | 130;
  readonly report: Report;
  /** Why there is no verdict. */
  readonly problem?: string;
}

/** Verifies a server, or compares recordings with another version. */
export async function verify(
  options: VerifyOptions,
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<Verdict> {
  const { against, changesFrom } = options;
  if (changesFrom !== undefined) return verifyChanges(options, changesFrom);
  return verifyServer(options, against ?? "", apiKey, signal);
}

async function verifyChanges({ api, recordings }: VerifyOptions, changesFrom: string): Promise<Verdict> {
  const [from, to] = [loadDocument(await loadVersion(changesFrom)), loadDocument(await loadVersion(api))];
  const recording = await loadRecordings(recordings, changesFrom);
  const interactions = findBreakingChanges(from, to, recording.interactions);
  const report = createReport(from, { ...recording, interactions }, { subject: `breaking changes in ${api}` });
  return { exitCode: report.summary.errors > 0 ? 1 : 0, report };
}

async function verifyServer(
  options: VerifyOptions,
  against: string,
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<Verdict> {
  const { recordings, headers, concurrency, timeout } = options;
  const api = await loadVersion(options.api);
  const document = loadDocument(api);
  const server = parseServer(document, against);
  const all =
    recordings.length === 0
      ? planSmokeCalls(document)
      : planRecordedCalls(document, await loadRecordings(recordings, api.version));
  const { calls, leftOut } = planCalls(all, options.includeWrites || server.loopback);
  requireSendable([[document.apiKeyHeader, apiKey ?? ""], ...headers]);
  const sending = { baseUrl: server.baseUrl, apiKeyHeader: document.apiKeyHeader, apiKey: apiKey || "no-key", headers };
  const done = await replay(api, calls, { ...sending, concurrency, timeout, signal });
  const { exitCode, incomplete, problem } = judgeReplay(done, calls.length, server.baseUrl, signal);
  const report = createReport(document, toRecording(api, done), {
    subject: `against ${server.baseUrl}`,
    leftOut,
    ...(incomplete === undefined ? {} : { incomplete }),
  });
  const verdict = exitCode ?? (report.summary.errors > 0 ? 1 : 0);
  return { exitCode: verdict, report, ...(problem === undefined ? {} : { problem }) };
}

function toRecording(api: VersionFacts, { interactions }: Replay): Parameters<typeof createReport>[1] {
  return { api: api.version, specSha256: api.sha256 ?? "", interactions };
}

/** Judges the replay as a whole, apart from its violations. */
function judgeReplay(
  { interactions, unreachable }: Replay,
  planned: number,
  url: string,
  signal: AbortSignal,
): { readonly exitCode?: 2 | 130; readonly incomplete?: string; readonly problem?: string } {
  const progress = `after ${interactions.length} of ${planned} calls`;
  if (signal.aborted) return { exitCode: 130, incomplete: `interrupted ${progress}` };
  if (unreachable !== undefined) {
    const responded = interactions.some(({ response }) => response !== undefined);
    const problem = responded
      ? `${url} stopped responding ${progress} (${unreachable}): check its log and restart it`
      : `${url} cannot be reached (${unreachable}): start the server, or correct --against`;
    return { exitCode: 2, incomplete: problem, problem };
  }
  if (interactions.length > 0 && interactions.every(({ response }) => response?.status === 401)) {
    const problem = `${url} responded to every call with 401: set NECTAR_API_KEY to an active key of this environment`;
    return { exitCode: 2, incomplete: problem, problem };
  }
  if (planned === 0) {
    const problem = "no calls to make: see what was left out";
    return { exitCode: 2, incomplete: problem, problem };
  }
  return {};
}

function parseServer(
  { basePath, version }: ApiDocument,
  against: string,
): { readonly baseUrl: string; readonly loopback: boolean } {
  const url = URL.canParse(against) ? new URL(against) : null;
  const example = `http://127.0.0.1:4010${basePath}`;
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    `${url.username}${url.password}${url.search}${url.hash}` !== ""
  )
    throw new UsageError(
      against.includes("@")
        ? `--against: the URL must not contain a user name or password: ${example}`
        : `--against ${against.split(/[?#]/, 1).join("")}: expected a URL like ${example}`,
    );
  const pathname = url.pathname.replace(/\/+$/, "");
  const other = pathname.replace(/\/v\d+(\.\d+)?$/, "");
  if (!pathname.endsWith(basePath))
    throw new UsageError(
      `--against ${against} must end with ${basePath}, the base path of ${version}: did you mean ${url.origin}${other}${basePath}?`,
    );
  const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return { baseUrl: `${url.origin}${pathname}`, loopback };
}

/** Throws for an invalid header without naming its value, which may be the key. */
function requireSendable(headers: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of headers) {
    try {
      new Headers([[name, value]]);
    } catch {
      throw new UsageError(
        `the value for the header ${name} contains characters that a header must not have: correct it`,
      );
    }
  }
}
