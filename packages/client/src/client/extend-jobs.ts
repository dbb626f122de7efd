import { ABORTED, TIMED_OUT, within } from "../async/with-deadline.ts";
import { apiCall } from "../call/api-call.ts";
import type { Engine } from "../call/engine.ts";
import { requireNumbers } from "../config/require-numbers.ts";
import type { ApiCall, ApiResult } from "../contract.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { AnyJob } from "../jobs/job-outcome.ts";
import { JobPoller } from "../jobs/job-poller.ts";
import type { PollState } from "../jobs/poll-options.ts";
import { checkUploadBody } from "../uploads/check-upload-body.ts";
import { prepareUpload } from "../uploads/prepare-upload.ts";
import { findSubmit, submitUpload } from "../uploads/submit-upload.ts";
import { UploadBatch } from "../uploads/upload-batch.ts";
import type { UploadSource } from "../uploads/upload-source.ts";
import type { JobHelpers } from "./job-helpers.ts";
import type { Resources } from "./resources.ts";

/** The resource methods that the helpers are made of. */
interface JobMethods {
  retrieve(id: string, options?: object): ApiCall<AnyJob>;
  submit(companyId: string, body: object, options?: object): ApiCall<AnyJob>;
  submitBulk(companyId: string, body: object, options?: object): ApiCall<AnyJob>;
}

/** Adds the helpers to the jobs of a client; a version without jobs gets none. */
export function extendJobs(resources: Resources, engine: Engine): void {
  const { jobs } = resources;
  if (isJobMethods(jobs)) resources["jobs"] = { ...jobs, ...jobHelpers(jobs, engine) };
}

function isJobMethods(jobs: object | undefined): jobs is JobMethods {
  return jobs !== undefined && "retrieve" in jobs && "submit" in jobs && "submitBulk" in jobs;
}

function jobHelpers({ retrieve, submit, submitBulk }: JobMethods, engine: Engine) {
  const helpers: JobHelpers<{ readonly jobs: JobMethods }> = {
    submit: (companyId, body, options = {}) => {
      const upload = async (): Promise<ApiResult<AnyJob>> => {
        checkUploadBody("submit", body);
        const { deadline = engine.deadline, signal } = options;
        requireNumbers(options, findSubmit(engine));
        const ends = performance.now() + deadline;
        const document = await readDocument(body.document, deadline, signal);
        const rest = { ...options, deadline: ends - performance.now() };
        return submit(companyId, { ...body, document }, rest).withResponse();
      };
      return apiCall(upload());
    },
    submitMany: (companyId, files, options = {}) => {
      const target = findSubmit(engine);
      return new UploadBatch(companyId, files, options, {
        prepare: async (file, signal) => {
          checkUploadBody("submitMany", file);
          return readDocument(file.document, engine.deadline, signal);
        },
        submit: (document, siteId) => submitUpload(engine, target, companyId, { document, siteId }, options.signal),
        wait: (jobId, signal) => helpers.wait(jobId, { ...options, onProgress: undefined, signal }),
      });
    },
    wait: (id, options) => {
      const poller = helpers.poll(id, options).start();
      // No promise of the runtime's own, which cannot tell whether somebody awaits it: when nobody does, leaving the iteration ends the wait.
      return {
        // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for
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
      throw new NectarValidationError("jobs.poll: this is neither the id of a job nor the state of a poller");
    },
  };
  return {
    ...helpers,
    submitBulk: (companyId: string, body: { readonly documents: readonly string[] }, options?: object) => {
      const upload = async (): Promise<ApiResult<AnyJob>> => {
        checkUploadBody("submitBulk", body);
        return submitBulk(companyId, body, options).withResponse();
      };
      return apiCall(upload());
    },
  };
}

/** Reads a document within the time of its call. */
async function readDocument(document: UploadSource, deadline: number, signal?: AbortSignal): Promise<File> {
  try {
    return await within(deadline, signal, (stop) => prepareUpload(document, stop));
  } catch (reason) {
    if (reason === ABORTED) throw new NectarAbortError("jobs.submit: aborted by the caller", { cause: signal?.reason });
    if (reason !== TIMED_OUT) throw reason;
    throw new NectarTimeoutError("jobs.submit: the deadline passed while the document was read", undefined);
  }
}
