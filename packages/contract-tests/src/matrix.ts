import { findSuccess, type Json } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "@nectar-sdk/testing/document";
import { type CallRequest, listCallRequests } from "./call-request.ts";
import { hasKnownSuccess, isCallable, lackExamples } from "./no-example.ts";

/** One call and its expected response. */
export interface Case {
  readonly name: string;
  readonly operation: Operation;
  readonly request: CallRequest;
  readonly status: number;
  /** Name of the example that the mock returns; `undefined` if the response has none. */
  readonly example: string | undefined;
  /** Body of the response; `undefined` if it has none. */
  readonly expected: Json | undefined;
}

/** Lists a case for each example of each declared response, and for each valid call. Operations without a valid request have no case. */
export function listCases(document: ApiDocument, operation: Operation): Case[] {
  if (!isCallable(operation)) return [];
  const [plain, ...others] = listCallRequests(document, operation);
  const cases = [...operation.responses].flatMap(([status, { content }]) => {
    const [media] = content.values();
    if (lackExamples(content.values())) return [];
    const examples: [string | undefined, Json | undefined][] =
      media === undefined ? [[undefined, undefined]] : [...media.examples];
    if (examples.length === 0) throw new Error(`${operation.id} ${status}: no example; add one in specs/overlays`);
    return examples.map(([example, expected]) => createCase(operation, plain, status, example, expected));
  });
  const [success] = findSuccess(operation) ?? [];
  const first = cases.find(({ status }) => status === success);
  if (!hasKnownSuccess(operation)) return cases;
  if (first === undefined) throw new Error(`${operation.id} declares no success`);
  return [
    ...cases,
    ...others.map((request) => createCase(operation, request, String(first.status), first.example, first.expected)),
  ];
}

function createCase(
  operation: Operation,
  request: CallRequest,
  status: string,
  example: string | undefined,
  expected: Json | undefined,
): Case {
  const name = [operation.name, request.name, status, example ?? ""].filter((part) => part !== "").join(" ");
  return { name, operation, request, status: Number(status), example, expected };
}
