import type { Operation } from "@nectar-sdk/testing/document";
import type { CallRequest } from "./call-request.ts";
import { invoke } from "./invoke.ts";

/** Collects the items of a list, like `for await (const item of client.documents.listByCompany(id))`. */
export async function iterate(client: object, operation: Operation, request: CallRequest): Promise<unknown[]> {
  const list = invoke(client, operation.name.split("."), Object.values(request.path));
  const items: unknown[] = [];
  for await (const item of asAsyncIterable(list)) items.push(item);
  return items;
}

function asAsyncIterable(value: unknown): AsyncIterable<unknown> {
  if (isAsyncIterable(value)) return value;
  throw new TypeError("the list is not async iterable");
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
