export type { ClientMembers, VersionTypes } from "./client/client-types.ts";
export {
  createNectarClient,
  type NectarClient,
  type PaginateInit,
  type PaginatorOf,
  type RawPaging,
} from "./client/create-nectar-client.ts";
export type { JobHelpers, JobOf, JobWait } from "./client/job-helpers.ts";
export type { ApiKey } from "./config/api-key.ts";
export type { AttemptEvent, CallHooks, RequestEvent, ResponseEvent, RetryEvent } from "./config/hooks.ts";
export type { Logger } from "./config/logger.ts";
export type { Fetch, NectarClientOptions } from "./config/options.ts";
export type {
  ApiCall,
  ApiDefinition,
  ApiResult,
  CallOptions,
  Completeness,
  Cursor,
  ListOptions,
  OperationDefinition,
  PageKeys,
  Paginator,
  Progress,
} from "./contract.ts";
export { isApiError } from "./errors/is-api-error.ts";
export { NectarAbortError } from "./errors/nectar-abort-error.ts";
export { type ApiErrorResponse, NectarApiError } from "./errors/nectar-api-error.ts";
export { NectarConfigError } from "./errors/nectar-config-error.ts";
export { type ConnectionProblem, NectarConnectionError } from "./errors/nectar-connection-error.ts";
export {
  type Attempt,
  type ErrorContext,
  isNectarError,
  NectarError,
  type NectarErrorKind,
} from "./errors/nectar-error.ts";
export { NectarTimeoutError, type TimeLimit, type TimeoutDetails } from "./errors/nectar-timeout-error.ts";
export { NectarValidationError } from "./errors/nectar-validation-error.ts";
export { ResponseTooLargeError } from "./errors/response-too-large-error.ts";
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from "./errors/status-errors.ts";
export { type UnexpectedContent, UnexpectedContentError } from "./errors/unexpected-content-error.ts";
export type { AnyJob, JobOutcome } from "./jobs/job-outcome.ts";
export { JobPoller, type RetrieveJob } from "./jobs/job-poller.ts";
export type { JobProgress, PollerEvent, PollOptions, PollState } from "./jobs/poll-options.ts";
export type { Client, Middleware } from "./transport/openapi-fetch.ts";
export type { BatchEntry, BatchFileId, BatchJobStatus, BatchManifest } from "./uploads/batch-manifest.ts";
export type {
  BatchFile,
  BatchFiles,
  BatchOptions,
  BatchOutcome,
  BatchProgress,
  Resubmit,
} from "./uploads/batch-options.ts";
export { UploadBatch } from "./uploads/upload-batch.ts";
export type { BatchActions, Submission } from "./uploads/upload-file.ts";
export type { UploadBytes, UploadSource } from "./uploads/upload-source.ts";
