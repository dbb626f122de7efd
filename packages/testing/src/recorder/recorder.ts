import type { Fetch } from "../capture/capture-request.ts";
import type { PlainExchange } from "../capture/captured-exchange.ts";
import type { Violation } from "../check/violation.ts";
import type { CoverageOptions } from "../coverage/expect-coverage.ts";
import type { Coverage } from "../coverage/measure-coverage.ts";
import type { Interaction, Recording } from "../recording/recording.ts";
import type { ReportFormat } from "../report/format-report.ts";
import type { RedactOptions } from "../secrets/secret-rule.ts";
import type { Severities } from "./check-exchange.ts";

export interface RecorderOptions {
  /**
   * Sends the requests.
   *
   * @default globalThis.fetch, read at each call
   */
  readonly fetch?: Fetch;
  /**
   * Whether a call with an error rejects with a {@link ContractViolationError} after its response has arrived.
   *
   * @default "record"
   */
  readonly mode?: "record" | "throw";
  /**
   * Base URL of a gateway that serves the API under another path. Only the path matters.
   *
   * @default the base path of the version, `/v2.2`
   */
  readonly baseUrl?: string;
  /**
   * Severities by code that replace the usual ones.
   *
   * @default {}
   * @example
   * { "undeclared-status": "note" } // for tests of retries with 503, which no document declares
   */
  readonly severities?: Severities;
  /**
   * What to redact beyond the usual secrets, and what to keep.
   *
   * Secrets are passwords, tokens, security questions and links that work without a key, by document and by name.
   *
   * @default {}
   */
  readonly redact?: RedactOptions;
}

/** Checks every request and response against the document of a version. */
export interface Recorder {
  /** Pass it to the client, or call it. It returns the original, unread response. */
  readonly fetch: Fetch;
  /** Finished calls in the order of sending, without the API key and other secrets. */
  readonly interactions: readonly Interaction[];
  /** Violations of all calls, including notes. */
  readonly violations: readonly Violation[];
  /** Checks and records a call of another HTTP client; returns its violations. */
  check(exchange: PlainExchange): readonly Violation[];
  /** Measures which operations and statuses were seen. */
  coverage(): Coverage;
  /**
   * Expects that no call has an error.
   *
   * @throws {ContractViolationError} when a call has an error; the message is the report
   * @throws {Error} when responses are still being read: `await settled()` first
   */
  expectNoViolations(): void;
  /**
   * Expects that the calls cover every operation that matches a pattern.
   *
   * @param patterns resource methods (`documents.*`) or operationIds, where `*` matches any text; defaults to all operations
   * @throws {CoverageError} when an operation is missing or a pattern matches no operation
   * @throws {Error} when responses are still being read: `await settled()` first
   */
  expectFullCoverage(patterns?: readonly string[], options?: CoverageOptions): void;
  /** Resolves when every received response is recorded. Stops reading a body after one second. */
  settled(): Promise<void>;
  /** Formats a report of the calls so far. */
  report(format: ReportFormat): string;
  /** Returns the plain data that `save()` writes. */
  recording(): Recording;
  /** Writes the recording atomically, readable only by its owner; creates the folder. */
  save(file: string): Promise<void>;
  /** Forgets all calls, including pending ones. Still redacts the known secrets. */
  reset(): void;
}

/** Thrown when requests or responses break the contract; the message is the report. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";
  readonly violations: readonly Violation[];

  constructor(message: string, violations: readonly Violation[]) {
    super(message);
    this.violations = violations;
  }
}
