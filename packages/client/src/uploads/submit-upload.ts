import type { BoundOperation } from "../call/bound-operation.ts";
import { callOperation, readArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { redactText } from "../response/redact.ts";
import type { Submission } from "./upload-file.ts";

/** Uploads a file from memory, and reports whether it has arrived. */
export async function submitUpload(
  engine: Engine,
  operation: BoundOperation,
  companyId: string,
  body: { readonly document: File; readonly siteId: string | undefined },
  signal: AbortSignal | undefined,
): Promise<Submission> {
  // The network decides, not the error: hooks and middleware may throw anything at any time.
  let mayHaveArrived = false;
  const watched: Engine = {
    ...engine,
    fetch: async (input, init) => {
      mayHaveArrived = true;
      const response = await engine.fetch(input, init);
      const { status } = response;
      // After 408, the server may have read the file despite its timeout.
      mayHaveArrived = status < 400 || status >= 500 || status === 408;
      return response;
    },
  };
  try {
    const call = callOperation(watched, operation, readArguments(operation, [companyId, body, { signal }]));
    const { data, response } = await call.withResponse();
    const { id: jobId }: { readonly id?: unknown } = Object(data);
    if (typeof jobId === "string" && jobId !== "") return { status: "submitted", jobId };
    const contentType = redactText(response.headers.get("content-type") ?? "", engine.sent.keys) || undefined;
    throw new UnexpectedContentError("a job id", { status: response.status, contentType, preview: "" }, operation);
  } catch (error) {
    return { status: mayHaveArrived ? "uncertain" : "rejected", error };
  }
}
