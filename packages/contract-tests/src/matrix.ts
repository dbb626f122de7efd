import { findSuccess, type Json } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "@nectar-sdk/testing/document";
import { type CallRequest, callRequests } from "./call-request.ts";

/** One call and the answer that it has to give. */
export interface Case {
  readonly name: string;
  readonly operation: Operation;
  readonly request: CallRequest;
  readonly status: number;
  /** Name of the example to ask the mock for, where there are any. */
  readonly example: string | undefined;
  /** Body of that answer; `undefined` where there is none. */
  readonly expected: Json | undefined;
}

/** Every declared answer of an operation with its every example, and every way to call it. */
export function casesOf(document: ApiDocument, operation: Operation): Case[] {
  const [plain, ...others] = callRequests(document, operation);
  const cases = [...operation.responses].flatMap(([status, { content }]) => {
    const [media] = content.values();
    const examples: [string | undefined, Json | undefined][] =
      media === undefined ? [[undefined, undefined]] : [...media.examples];
    if (examples.length === 0) throw new Error(`${operation.id} ${status}: no example; give it one in specs/overlays`);
    return examples.map(([example, expected]) => caseOf(operation, plain, status, example, expected));
  });
  const [success] = findSuccess(operation) ?? [];
  const first = cases.find(({ status }) => status === success);
  if (first === undefined) throw new Error(`${operation.id} declares no success`);
  return [
    ...cases,
    ...others.map((request) => caseOf(operation, request, String(first.status), first.example, first.expected)),
  ];
}

function caseOf(
  operation: Operation,
  request: CallRequest,
  status: string,
  example: string | undefined,
  expected: Json | undefined,
): Case {
  const name = [operation.name, request.name, status, example ?? ""].filter((part) => part !== "").join(" ");
  return { name, operation, request, status: Number(status), example, expected };
}
