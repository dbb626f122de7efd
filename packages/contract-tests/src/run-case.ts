import { isDeepStrictEqual } from "node:util";
import { isNectarError } from "@nectar-sdk/client";
import { isObject, type Json } from "@nectar-sdk/openapi/document";
import type { Operation } from "@nectar-sdk/testing/document";
import { invoke, isObjectLike } from "./invoke.ts";
import type { Case } from "./matrix.ts";

/** The result of a call. */
interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

/** Runs a case through the resource method and the raw call of a client; returns the differences from the expected response. */
export async function findProblems(client: object, testCase: Case): Promise<string[]> {
  const calls = { resource: callResource, raw: callRaw };
  const problems: string[] = [];
  for (const [kind, call] of Object.entries(calls)) {
    const { status, body } = await call(client, testCase).catch(toFailure);
    if (status !== testCase.status) problems.push(`${testCase.name} (${kind}): ${status} ${JSON.stringify(body)}`);
    else if (!isDeepStrictEqual(body, testCase.expected))
      problems.push(`${testCase.name} (${kind}): the data is not the example ${testCase.example}`);
  }
  return problems;
}

/** Calls `client.documents.retrieve(id, options)`. */
async function callResource(client: object, testCase: Case): Promise<Outcome> {
  const { operation, request, expected } = testCase;
  const [resource = "", name = ""] = operation.name.split(".");
  const options = { headers: toPreferHeader(testCase), maxRetries: 0 };
  const args = [...Object.values(request.path), ...toBodyArguments(operation, request.body)];
  if (operation.parameters.some((parameter) => parameter.in === "query")) args.push(request.query);
  const result = invoke(client, [resource, name], [...args, options]);
  const call = operation.page === undefined ? result : invoke(result, ["page"], [currentPage(expected)]);
  const outcome: unknown = await invoke(call, ["withResponse"], []);
  if (!isObjectLike(outcome) || !("data" in outcome && "response" in outcome))
    throw new Error("no data with a response");
  return { status: readStatus(outcome.response), body: outcome.data };
}

/** Calls `client.raw.GET(path, { params })`. */
async function callRaw(client: object, testCase: Case): Promise<Outcome> {
  const { operation, request, expected } = testCase;
  const page = operation.page === undefined ? {} : { page: currentPage(expected) };
  const [body] = toBodyArguments(operation, request.body);
  const init = {
    params: { path: request.path, query: { ...request.query, ...page } },
    ...(body !== undefined && { body }),
    headers: toPreferHeader(testCase),
    maxRetries: 0,
  };
  const result: unknown = await invoke(client, ["raw", operation.method], [operation.path, init]);
  if (!isObjectLike(result) || !("response" in result)) throw new Error("no response");
  const value =
    "data" in result && result.data !== undefined ? result.data : "error" in result ? result.error : undefined;
  return { status: readStatus(result.response), body: value };
}

function toPreferHeader({ status, example }: Case): Record<string, string> {
  return { Prefer: example === undefined ? `code=${status}` : `code=${status}, example=${example}` };
}

/** The file of an upload is a string in the document and a Blob in a program. */
function toBodyArguments({ body }: Operation, value: Json | undefined): unknown[] {
  if (body === undefined) return [];
  if (body.content.has("application/json") || !isObject(value)) return [value];
  const file = new Blob([String(value["document"])], { type: "application/pdf" });
  return [{ ...value, document: file }];
}

function currentPage(expected: Json | undefined): number {
  const page = isObject(expected) ? expected["currentPage"] : undefined;
  return typeof page === "number" ? page : 1;
}

function readStatus(response: unknown): number {
  return response instanceof Response ? response.status : 0;
}

function toFailure(error: unknown): Outcome {
  if (isNectarError(error) && error.kind === "api" && "status" in error && "body" in error)
    return { status: Number(error.status), body: error.body };
  return { status: 0, body: String(error) };
}
