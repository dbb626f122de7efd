import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { RecordedRequest, Recording } from "../recording/recording.ts";
import type { LeftOut } from "../report/create-report.ts";
import { REDACTED } from "../secrets/known-secrets.ts";
import { createExampleRequest } from "./create-example-request.ts";

/** A call that is to be made. */
export interface PlannedCall {
  readonly operation: Operation | undefined;
  readonly request: RecordedRequest;
  /** Status that is expected: the recorded one, or in the smoke set the success. */
  readonly status: number | undefined;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  readonly leftOut: readonly LeftOut[];
}

/** One call for each operation, with the examples of the document as parameters and body. */
export function planSmokeCalls(document: ApiDocument): PlannedCall[] {
  return [...document.operations.values()].map((operation) => {
    const success = [...operation.responses.keys()].find((status) => /^2\d\d$/.test(status));
    const status = success === undefined ? undefined : Number(success);
    return { operation, request: createExampleRequest(document, operation), status };
  });
}

/** The calls of a recording. */
export function planRecordedCalls(document: ApiDocument, { interactions }: Recording): PlannedCall[] {
  return interactions.map(({ operation, request, response }) => {
    return { operation: document.operations.get(operation ?? ""), request, status: response?.status };
  });
}

/** Leaves out what cannot be sent as it was, and what changes data unless that is wanted. */
export function planCalls(calls: readonly PlannedCall[], mayWrite: boolean): Plan {
  const leftOut: LeftOut[] = [];
  const kept = calls.filter(({ operation, request }) => {
    const reason = explainLeftOut(request, mayWrite);
    if (reason === undefined) return true;
    const name = operation?.name ?? `${request.method} ${request.path}`;
    leftOut.push({ operation: operation?.id ?? "", name, reason });
    return false;
  });
  return { calls: kept, leftOut };
}

function explainLeftOut({ method, path, body }: RecordedRequest, mayWrite: boolean): string | undefined {
  if (!mayWrite && method !== "GET" && method !== "HEAD")
    return `${method} changes data, and the server is not on this machine: pass --include-writes to send it`;
  if (path.includes(REDACTED) || path.includes(encodeURIComponent(REDACTED))) return "its URL held a secret";
  if (body === undefined) return undefined;
  if ("omitted" in body) return `its body was not kept: ${body.omitted}`;
  return JSON.stringify(body).includes(REDACTED) ? "its body held a secret" : undefined;
}
