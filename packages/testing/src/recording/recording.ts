import type { CapturedBody, CheckedResponse, HeaderValues } from "../check/exchange.ts";
import type { Violation } from "../check/violation.ts";

/** What `save()` writes and `loadRecordings()` reads. Its schema is {@link RECORDING_SCHEMA}. */
export interface Recording {
  /** Number of the format; another release may write another number. */
  readonly format: 1;
  /** `v2.2`. */
  readonly api: string;
  /** SHA-256 of the document that checked the calls. */
  readonly specSha256: string;
  /** In the order in which the requests were sent. */
  readonly interactions: readonly Interaction[];
}

/** One recorded call. Plain data without the API key and other secrets. */
export interface Interaction {
  /** Resource method of the operation, when the request matches one; an `operationId` is read as well. */
  readonly operation?: string;
  readonly request: RecordedRequest;
  /** Absent when the call failed. */
  readonly response?: CheckedResponse;
  /** Why there was no response: `fetch failed: ECONNREFUSED`. */
  readonly failure?: string;
  readonly violations: readonly Violation[];
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query without the base path: `/site/company/1?page=2`. A wrong base path is kept. */
  readonly path: string;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** Thrown for a file or folder that is not a usable recording. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
}
