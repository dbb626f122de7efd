import type { ResourceOperation } from "../call/bound-operation.ts";
import { createApiCall } from "../call/create-api-call.ts";
import type { Engine } from "../call/engine.ts";
import { requireNumbers } from "../config/check-numbers.ts";
import type { ApiCall, ApiResult } from "../contract.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { AnyJob } from "../jobs/job-outcome.ts";
import { JobPoller } from "../jobs/job-poller.ts";
import type { PollState } from "../jobs/poll-options.ts";
import { checkUploadBody } from "../uploads/check-upload-body.ts";
import { readDocument } from "../uploads/read-document.ts";
import { submitUpload } from "../uploads/submit-upload.ts";
import { UploadBatch } from "../uploads/upload-batch.ts";
import type { JobHelpers } from "./job-helpers.ts";
import type { Resources } from "./resources.ts";

/** The resource methods that the helpers call. */
interface JobMethods {
  retrieve(id: string, options?: object): ApiCall<AnyJob>;
  submit(companyId: string, body: object, options?: object): ApiCall<AnyJob>;
  /** A version may lack it. */
  submitBulk?(companyId: string, body: object, options?: object): ApiCall<AnyJob>;
}

/** Adds the helpers to the jobs of a client, if its version has jobs. */
export function extendJobs(resources: Resources, operations: readonly ResourceOperation[], engine: Engine): void {
  const { jobs } = resources;
  const submission = operations.find(({ operation }) => operation === "jobs.submit");
  if (submission && isJobMethods(jobs)) {
    resources["jobs"] = { ...jobs, ...createJobHelpers(jobs, submission, engine) };
  }
}

function isJobMethods(jobs: object | undefined): jobs is JobMethods {
  return jobs !== undefined && "retrieve" in jobs && "submit" in jobs;
}

function createJobHelpers({ retrieve, submit, submitBulk }: JobMethods, submission: ResourceOperation, engine: Engine) {
  const helpers: JobHelpers<{ readonly jobs: JobMethods }> = {
    submit: (companyId, body, options = {}) => {
      const upload = async (): Promise<ApiResult<AnyJob>> => {
        checkUploadBody("submit", body);
        const { deadline = engine.deadline, signal } = options;
        requireNumbers(options, submission);
        const endsAt = performance.now() + deadline;
        const document = await readDocument("jobs.submit", body.document, deadline, signal);
        const rest = { ...options, deadline: endsAt - performance.now() };
        return submit(companyId, { ...body, document }, rest).withResponse();
      };
      return createApiCall(upload());
    },
    submitMany: (companyId, files, options = {}) =>
      new UploadBatch(companyId, files, options, {
        prepare: async (file, signal) => {
          checkUploadBody("submitMany", file);
          return readDocument("jobs.submitMany", file.document, engine.deadline, signal);
        },
        submit: (document, siteId) => submitUpload(engine, submission, companyId, { document, siteId }, options.signal),
        wait: (jobId, signal) => helpers.wait(jobId, { ...options, onProgress: undefined, signal }),
      }),
    wait: (id, options) => {
      const poller = helpers.poll(id, options).start();
      // Not a native promise, which cannot tell whether it is awaited: if only an iterator is used, leaving it ends the wait.
      return {
        // biome-ignore lint/suspicious/noThenProperty: callers await this object
        then: (onFulfilled, onRejected) => poller.result().then(onFulfilled, onRejected),
        catch: (onRejected) => poller.result().catch(onRejected),
        finally: (onFinally) => poller.result().finally(onFinally),
        [Symbol.asyncIterator]: () => poller[Symbol.asyncIterator](),
        [Symbol.toStringTag]: "JobWait",
      };
    },
    poll: (job, options = {}) => {
      const { version, jobId }: Partial<PollState> = typeof job === "string" ? { version: 1, jobId: job } : { ...job };
      if (version === 1 && typeof jobId === "string") return new JobPoller(jobId, retrieve, options);
      throw new NectarValidationError("expected the id of a job or the state of a poller", { label: "jobs.poll" });
    },
  };
  if (submitBulk === undefined) return helpers;
  return {
    ...helpers,
    submitBulk: (companyId: string, body: { readonly documents: readonly string[] }, options?: object) => {
      const upload = async (): Promise<ApiResult<AnyJob>> => {
        checkUploadBody("submitBulk", body);
        return submitBulk(companyId, body, options).withResponse();
      };
      return createApiCall(upload());
    },
  };
}
