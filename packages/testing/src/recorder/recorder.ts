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
  /** What sends the requests. Default: the global `fetch`, as it is at each call. */
  readonly fetch?: Fetch;
  /**
   * `throw`: a call with an error rejects with a {@link ContractViolationError} once it has been answered, and the answer is lost to the
   * caller.
   *
   * @default "record"
   */
  readonly mode?: "record" | "throw";
  /** Base URL, where a gateway serves the API under another path than `/v2.2`. Its host is not looked at. */
  readonly baseUrl?: string;
  /** Other severities by code: `{ "undeclared-status": "note" }` for tests of retries with 503, which no document declares. */
  readonly severities?: Severities;
  /**
   * What is redacted beside the usual secrets, and what is not. Secrets are what the document or a name says is a password, a token, a
   * security question, or a link that opens without a key.
   *
   * @default {}
   */
  readonly redact?: RedactOptions;
}

/** Holds every request and answer against the document of a version. */
export interface Recorder {
  /** Give it to the client, or call it. The response is the one that came, unread. */
  readonly fetch: Fetch;
  /** Calls that have come to their end, in the order in which they were sent. The API key and other secrets are in none of them. */
  readonly interactions: readonly Interaction[];
  /** All violations of all calls, notes too. */
  readonly violations: readonly Violation[];
  /** Checks and records a call of another HTTP client; says what is wrong with it. */
  check(exchange: PlainExchange): readonly Violation[];
  /** Which operations and statuses were seen. */
  coverage(): Coverage;
  /**
   * @throws {ContractViolationError} when any call has an error; its message is the report
   * @throws {Error} while answers are still being read: `await settled()` first
   */
  expectNoViolations(): void;
  /**
   * @param patterns over the client's names and operation ids, `*` stands for any text. Default: all operations.
   * @throws {CoverageError} that names what was not seen, or the pattern that means no operation
   * @throws {Error} while answers are still being read: `await settled()` first
   */
  expectFullCoverage(patterns?: readonly string[], options?: CoverageOptions): void;
  /** Resolves once every answer that has come is recorded. Bodies that do not end are given up after a second. */
  settled(): Promise<void>;
  report(format: ReportFormat): string;
  /** Plain data: what `save()` writes. */
  recording(): Recording;
  /** Writes the recording for `loadRecordings` and `nectar-contract`, atomically and readable by its owner alone; makes the folder. */
  save(file: string): Promise<void>;
  /** Forgets all calls, those on their way too. Secrets stay known. */
  reset(): void;
}

/** Requests or answers that break the contract. The message is the report of them. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";
  readonly violations: readonly Violation[];

  constructor(message: string, violations: readonly Violation[]) {
    super(message);
    this.violations = violations;
  }
}
