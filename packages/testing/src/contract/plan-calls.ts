import { findOperation } from "../document/find-operation.ts";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { RecordedRequest, Recording } from "../recording/recording.ts";
import type { LeftOut } from "../report/create-report.ts";
import { REDACTED } from "../secrets/known-secrets.ts";
import { createExampleRequest } from "./create-example-request.ts";

/** A call to make. */
export interface PlannedCall {
  readonly operation: Operation | undefined;
  readonly request: RecordedRequest;
  /** Expected status: recorded, or the declared success of a smoke call. */
  readonly status: number | undefined;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  readonly leftOut: readonly LeftOut[];
}

/** Plans one call per operation, with the examples of the document. */
export function planSmokeCalls(document: ApiDocument): PlannedCall[] {
  return [...document.operations.values()].map((operation) => {
    const success = [...operation.responses.keys()].find((status) => /^2\d\d$/.test(status));
    const status = success === undefined ? undefined : Number(success);
    return { operation, request: createExampleRequest(document, operation), status };
  });
}

/** Plans the calls of a recording. */
export function planRecordedCalls(document: ApiDocument, { interactions }: Recording): PlannedCall[] {
  return interactions.map(({ operation, request, response }) => {
    return { operation: findOperation(document, operation), request, status: response?.status };
  });
}

/** Leaves out calls that cannot be repeated, and calls that change data unless the user allows them. */
export function planCalls(calls: readonly PlannedCall[], mayWrite: boolean): Plan {
  const leftOut: LeftOut[] = [];
  const kept = calls.filter(({ operation, request }) => {
    const reason = explainLeftOut(request, mayWrite);
    if (reason === undefined) return true;
    const name = operation?.name ?? `${request.method} ${request.path}`;
    leftOut.push({ operation: operation?.name ?? "", name, reason });
    return false;
  });
  return { calls: kept, leftOut };
}

function explainLeftOut({ method, path, body }: RecordedRequest, mayWrite: boolean): string | undefined {
  if (!mayWrite && method !== "GET" && method !== "HEAD")
    return `${method} changes data, and the server is not on this machine: pass --include-writes to send it`;
  if (path.includes(REDACTED) || path.includes(encodeURIComponent(REDACTED))) return "its URL contained a secret";
  if (body === undefined) return undefined;
  if ("omitted" in body) return `its body was not kept: ${body.omitted}`;
  return JSON.stringify(body).includes(REDACTED) ? "its body contained a secret" : undefined;
}
