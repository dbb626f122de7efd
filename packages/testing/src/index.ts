export type { Fetch } from "./capture/capture-request.ts";
export type { PlainExchange, PlainHeaders } from "./capture/captured-exchange.ts";
export { type CheckRequestOptions, checkRequest } from "./check/check-request.ts";
export { checkResponse } from "./check/check-response.ts";
export type {
  CapturedBody,
  CheckedRequest,
  CheckedResponse,
  FilePart,
  FormField,
  HeaderValues,
  TextPart,
} from "./check/exchange.ts";
export { type Meaning, type Severity, VIOLATION_CODES, type Violation, type ViolationCode } from "./check/violation.ts";
export { CoverageError, type CoverageOptions, expectCoverage } from "./coverage/expect-coverage.ts";
export { formatCoverage } from "./coverage/format-coverage.ts";
export {
  type Coverage,
  type CoverageTotals,
  measureCoverage,
  mergeCoverage,
  type OperationCoverage,
} from "./coverage/measure-coverage.ts";
export { loadDocument } from "./document/load-document.ts";
export type { ApiDocument, Operation, VersionFacts } from "./document/read-document.ts";
export type { MockRequest } from "./mock/mock-request.ts";
export { type MockServer, type MockServerOptions, type SharedPrism, startMockServer } from "./mock/mock-server.ts";
export type { ScenarioHandle } from "./mock/scenario-stack.ts";
export { type Prism, type PrismOptions, startPrism } from "./prism/start-prism.ts";
export type { Severities } from "./recorder/check-exchange.ts";
export { createRecorder } from "./recorder/create-recorder.ts";
export type { Recorder, RecorderOptions } from "./recorder/recorder.ts";
export { ContractViolationError } from "./recorder/recorder.ts";
export type { Interaction, RecordedRequest, Recording } from "./recording/recording.ts";
export { RecordingError } from "./recording/recording.ts";
export { loadRecordings } from "./recording/recording-files.ts";
export { RECORDING_SCHEMA } from "./recording/recording-schema.ts";
export type {
  CountedViolation,
  LeftOut,
  ReportContext,
  ReportedOperation,
  ReportSummary,
} from "./report/create-report.ts";
export { createReport, type Report } from "./report/create-report.ts";
export { formatReport, type ReportFormat } from "./report/format-report.ts";
export { REPORT_SCHEMA } from "./report/report-schema.ts";
export type { MockResponse } from "./response/mock-response.ts";
export {
  createScenarios,
  type JobBody,
  type JobState,
  type ReplyBody,
  type Scenarios,
} from "./scenarios/create-scenarios.ts";
export type { DisconnectOptions } from "./scenarios/disconnect.ts";
export type { FlakyOptions } from "./scenarios/flaky.ts";
export type { LimitOptions } from "./scenarios/limit-scenario.ts";
export type { MalformedOptions } from "./scenarios/malformed.ts";
export type { PagedListOptions, PageFailure } from "./scenarios/paged-list.ts";
export type { RateLimitedOptions } from "./scenarios/rate-limited.ts";
export type { ReplyOptions } from "./scenarios/reply.ts";
export type { ActiveScenario, Scenario, ScenarioRequest } from "./scenarios/scenario.ts";
export type { RedactOptions } from "./secrets/secret-rule.ts";
export type {
  CarriedTypes,
  DeclaredResponses,
  DeclaredStatus,
  JsonBody,
  ListItem,
  ListOperationName,
  ListPage,
  OperationName,
  PageItem,
  ResponseBody,
  TestedApi,
} from "./version/typed-api.ts";
