import { ABORTED, TIMED_OUT, withDeadline } from "../async/with-deadline.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { prepareUpload } from "./prepare-upload.ts";
import type { UploadSource } from "./upload-source.ts";

/**
 * Reads a document within the deadline of its call.
 *
 * @param label name of the method in errors
 * @throws {NectarTimeoutError} when the deadline passes
 * @throws {NectarAbortError} when the signal aborts
 */
export async function readDocument(
  label: "jobs.submit" | "jobs.submitMany",
  document: UploadSource,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<File> {
  try {
    return await withDeadline(deadline, signal, (stop) => prepareUpload(document, stop));
  } catch (reason) {
    if (reason === ABORTED) throw new NectarAbortError({ label, cause: signal?.reason });
    if (reason !== TIMED_OUT) throw reason;
    const details = { pending: "document still unread", milliseconds: deadline, state: undefined };
    throw new NectarTimeoutError(details, { label });
  }
}
