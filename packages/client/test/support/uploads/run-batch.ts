import { beforeEach } from "vitest";
import type { BatchFiles, BatchManifest, BatchOptions, BatchOutcome, NectarClientOptions } from "../../../src/index.ts";
import { toUrl } from "../paging-model.ts";
import { connectTo } from "../test-client.ts";
import { HEADS } from "./bills.ts";

/** The options of every test. */
export type AnyJob = { readonly id: string; readonly status: string };
/** How the server responds to an upload. */
export type Reply = () => Response | Promise<Response>;

/** No test waits longer than this between two polls. */
const QUICK = { interval: 1, maxInterval: 2 };
/** A bill with its own text. */
export const bill = (name: string, text = ""): File => new File([HEADS.pdf, text], name);
/** A manifest after a round trip through JSON. */
export const stored = (manifest: BatchManifest): BatchManifest => JSON.parse(JSON.stringify(manifest));
/** The response to an accepted upload. */
export const accepted: Reply = () => Response.json({ id: "j", status: "PENDING" }, { status: 201 });

/** Requests in order: `POST`, `GET`, and the records of a test. */
export const log: string[] = [];
beforeEach(() => {
  log.length = 0;
});

/** Jobs of a server that responds to uploads as given, repeating the last response; its jobs are completed. */
export function createJobs(replies: readonly Reply[] = [accepted], options: NectarClientOptions = {}): Jobs {
  let uploads = 0;
  return connectTo(async (input) => {
    const isUpload = toUrl(input).pathname.startsWith("/job/company/");
    log.push(isUpload ? "POST" : "GET");
    if (!isUpload) return Response.json({ id: "j", status: "COMPLETED" });
    const reply = replies[Math.min(uploads, replies.length - 1)] ?? accepted;
    uploads += 1;
    return reply();
  }, options).jobs;
}

/** The jobs of a client. */
export type Jobs = ReturnType<typeof connectTo>["jobs"];

/** A batch that has run to its end. */
export interface BatchRun {
  readonly outcomes: readonly BatchOutcome<AnyJob>[];
  readonly statuses: readonly string[];
  /** The error of the batch. */
  readonly error: unknown;
  readonly manifest: BatchManifest;
}

/** Runs a batch to its end. */
export async function runBatch(jobs: Jobs, files: BatchFiles, options: BatchOptions<never> = {}): Promise<BatchRun> {
  const batch = jobs.submitMany("c", files, { ...QUICK, concurrency: 1, ...options });
  const outcomes: BatchOutcome<AnyJob>[] = [];
  let error: unknown;
  try {
    for await (const outcome of batch) outcomes.push(outcome);
  } catch (reason) {
    error = reason;
  }
  const statuses = outcomes.map(({ status }) => status);
  return { outcomes, statuses, error, manifest: stored(batch.manifest) };
}

/** Counts the sent uploads. */
export const uploads = (): number => log.filter((entry) => entry === "POST").length;
