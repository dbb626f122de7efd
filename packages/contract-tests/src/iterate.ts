import type { Operation } from "@nectar-sdk/testing/document";
import type { CallRequest } from "./call-request.ts";
import { invoke } from "./invoke.ts";

/** All items of a list, as `for await (const item of client.documents.listByCompany(id))` gives them. */
export async function iterate(client: object, operation: Operation, request: CallRequest): Promise<unknown[]> {
  const list = invoke(client, operation.name.split("."), Object.values(request.path));
  const items: unknown[] = [];
  for await (const item of asAsyncIterable(list)) items.push(item);
  return items;
}

function asAsyncIterable(value: unknown): AsyncIterable<unknown> {
  if (isAsyncIterable(value)) return value;
  throw new TypeError("the list cannot be iterated over");
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
