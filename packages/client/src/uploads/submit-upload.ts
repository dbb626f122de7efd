import { operationsOf, type Target } from "../call/bound-operation.ts";
import { callOperation, readArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import type { Submission } from "./upload-file.ts";

/** The operation that uploads one file. */
export function findSubmit(engine: Engine): Target {
  const operation = operationsOf(engine).find(({ resource, name }) => resource === "jobs" && name === "submit");
  if (operation === undefined) throw new NectarConfigError(`${engine.api.version} has no jobs.submit`);
  return operation.target;
}

/** Uploads one file that was read, and says what is known of its arrival. */
export async function submitUpload(
  engine: Engine,
  target: Target,
  companyId: string,
  body: { readonly document: File; readonly siteId: string | undefined },
  signal: AbortSignal | undefined,
): Promise<Submission> {
  // What the network saw decides, and not the error: hooks and middleware may throw anything at any time.
  let mayHaveArrived = false;
  const watched: Engine = {
    ...engine,
    fetch: async (input, init) => {
      mayHaveArrived = true;
      const response = await engine.fetch(input, init);
      const { status } = response;
      // 408 is a timeout of the server, which may have read the file all the same.
      mayHaveArrived = status < 400 || status >= 500 || status === 408;
      return response;
    },
  };
  try {
    const call = callOperation(watched, target, readArguments(target, [companyId, body, { signal }]));
    const { data, response } = await call.withResponse();
    const { id: jobId }: { readonly id?: unknown } = Object(data);
    if (typeof jobId === "string" && jobId !== "") return { status: "submitted", jobId };
    const content = { status: response.status, contentType: undefined, preview: "" };
    throw new UnexpectedContentError(`${target.label}: the response has no job id`, content, target);
  } catch (error) {
    return { status: mayHaveArrived ? "uncertain" : "rejected", error };
  }
}
