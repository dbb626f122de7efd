import type { CapturedBody, CheckedResponse, HeaderValues } from "../check/exchange.ts";
import type { Violation } from "../check/violation.ts";

/** What `save()` writes and `loadRecordings()` reads. Its schema is {@link RECORDING_SCHEMA}. */
export interface Recording {
  /** Of this shape; another number means another release wrote it. */
  readonly format: 1;
  /** `v2.2`. */
  readonly api: string;
  /** SHA-256 of the document that it was recorded with. */
  readonly specSha256: string;
  /** In the order in which the requests were sent. */
  readonly interactions: readonly Interaction[];
}

/** One request with what came of it. Plain data without the API key and other secrets. */
export interface Interaction {
  /** Id of the operation, where the request led to one. */
  readonly operation?: string;
  readonly request: RecordedRequest;
  /** Absent when there was none. */
  readonly response?: CheckedResponse;
  /** Why there was no response: `fetch failed: ECONNREFUSED`. */
  readonly failure?: string;
  readonly violations: readonly Violation[];
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query without the base path of the version: `/site/company/1?page=2`. With it where it is a wrong one. */
  readonly path: string;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** A file or a folder that cannot be used as a recording. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
}
