import {
  isObject,
  type Json,
  type JsonObject,
  readPathParameters,
  resolveStrictly,
} from "@nectar-sdk/openapi/document";
import { createRandom, findSample } from "@nectar-sdk/openapi/schema";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { isSuccess, type MockResponse, readObjectBody, replaceBody } from "./mock-response.ts";
import { createPage, locatePage, readPageNumber } from "./page.ts";
import { filterItems, readSearch, SEARCH } from "./search-items.ts";

/** Input of a generated response. */
export interface GenerateRequest {
  readonly document: ApiDocument;
  readonly operation: Operation;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly seed: string | number;
}

// Two full pages and one more item.
const PER_PAGE = 3;
const TOTAL = 7;
// A quarter of the nullable fields are null.
const NULL_SHARE = 0.25;

/**
 * Replaces the example of Prism by a value generated from the schema. Where no valid value is found, the example stays.
 *
 * The same seed and request give the same value. The id in the path is kept, a list has three consistent pages, and a job has the state
 * of the example.
 */
export function generateResponse(response: MockResponse, request: GenerateRequest): MockResponse {
  const { operation, document } = request;
  const content = operation.responses.get(String(response.status))?.content.get("application/json");
  if (!isSuccess(response) || content === undefined) return response;
  if (operation.page !== undefined) {
    const page = generatePage(operation.page, content.schema, request);
    return page === undefined ? response : replaceBody(response, page);
  }
  const value = makeValue(request, content.schema);
  if (value === undefined) return response;
  const coherent = isObject(value) ? { ...value, ...keepIdentity(response, request, value) } : value;
  // The kept fields may not fit every schema; then the generated value is returned unchanged.
  return replaceBody(response, document.validate(content.schema, coherent).length === 0 ? coherent : value);
}

function makeValue(
  { document, operation, path, query, seed }: GenerateRequest,
  schema: Json,
  ...more: number[]
): Json | undefined {
  const filters = [...query].filter(([name]) => name !== "page" && name !== SEARCH).sort();
  const random = createRandom(seed, operation.name, path, new URLSearchParams(filters).toString(), ...more);
  const isNull = (): boolean => random.next() < NULL_SHARE;
  return findSample(document.json, schema, { random, isNull }, document.validate);
}

/** Generates each item from its place in the list, so that pages differ; undefined if no valid item is found. */
function generatePage(
  page: NonNullable<Operation["page"]>,
  schema: Json,
  request: GenerateRequest,
): JsonObject | undefined {
  const { document, operation, query } = request;
  const properties = resolveStrictly(document.json, schema)["properties"];
  const list = resolveStrictly(document.json, isObject(properties) ? properties[page.items] : undefined);
  const made = Array.from({ length: TOTAL }, (_, index) => makeValue(request, list["items"] ?? true, index));
  const all = made.filter((item) => item !== undefined);
  if (all.length < TOTAL) return undefined;
  const text = readSearch(operation, query);
  const items = text === undefined ? all : filterItems(all, text);
  const asked = { page: readPageNumber(query), perPage: PER_PAGE, total: items.length, clamp: true };
  const place = locatePage(asked);
  return createPage(page, asked, place, items.slice(place.start, place.end));
}

/** Keeps the last id of the path, and id and status of a job. */
function keepIdentity(
  response: MockResponse,
  { operation, pathParameters }: GenerateRequest,
  value: JsonObject,
): JsonObject {
  const example = readObjectBody(response) ?? {};
  const isJob = operation.name.startsWith("jobs.");
  const id = operation.path.endsWith("}") ? readPathParameters(operation.path).at(-1) : undefined;
  const named = id === undefined ? undefined : pathParameters[id];
  return {
    ...(isJob && { id: example["id"] ?? null, status: example["status"] ?? null }),
    ...(named !== undefined && typeof value["id"] === "string" && operation.method !== "POST" && { id: named }),
  };
}
