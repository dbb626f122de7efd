import type { IncomingMessage } from "node:http";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { BodyCopy } from "../prism/body-copy.ts";
import { forwardRequest } from "../prism/forward-request.ts";
import { choosePage, type JobPolls } from "../response/choose-example.ts";
import { explainRefusal } from "../response/explain-refusal.ts";
import { findJobOperations, type JobOperations } from "../response/find-job-operations.ts";
import { generateResponse } from "../response/generate-response.ts";
import { isSuccess, type MockResponse, readObjectBody, replaceBody } from "../response/mock-response.ts";
import { searchExamples } from "../response/search-items.ts";

/** The Prism that responds when no scenario does. */
export interface PrismTarget {
  readonly url: string;
  readonly failure: () => string | undefined;
}

/** A request for Prism with its operation. */
export interface PrismRequest {
  readonly incoming: IncomingMessage;
  readonly copy: BodyCopy;
  /** Path without the base path. */
  readonly path: string;
  /** Query with its `?`, or an empty string. */
  readonly search: string;
  readonly query: URLSearchParams;
  readonly operation: Operation | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Lets Prism respond with pages of lists and states of jobs, unless the caller chooses an example (`Prefer`). */
export class PrismResponder {
  readonly #document: ApiDocument;
  readonly #seed: string | number | undefined;
  readonly #jobs: JobOperations;
  readonly #polls: JobPolls;

  constructor(document: ApiDocument, polls: JobPolls, seed: string | number | undefined) {
    this.#document = document;
    this.#polls = polls;
    this.#seed = seed;
    this.#jobs = findJobOperations(document);
  }

  async respond(target: PrismTarget, request: PrismRequest): Promise<MockResponse> {
    const { incoming, copy, path, search, operation, pathParameters, signal } = request;
    const chosen = incoming.headers["prefer"] !== undefined;
    const example = chosen || operation === undefined ? undefined : this.#chooseExample(operation, request);
    const response = await forwardRequest(target.url, target.failure, {
      incoming,
      url: path + search,
      copy,
      example,
      signal,
    });
    if (operation === undefined) return response;
    if (!isSuccess(response)) return explainRefusal(this.#document, operation, response);
    if (chosen) return response;
    const coherent = this.#setJobId(response, operation, pathParameters);
    if (this.#seed === undefined) return applySearch(coherent, operation, request);
    return generateResponse(coherent, { ...request, document: this.#document, operation, seed: this.#seed });
  }

  #chooseExample(operation: Operation, { query, pathParameters }: PrismRequest): string | undefined {
    if (operation.id === this.#jobs.retrieve.id) return this.#polls.next(readJobId(pathParameters));
    return choosePage(operation, query);
  }

  /** Replaces the id of Prism's example by the id of the requested job. */
  #setJobId(
    response: MockResponse,
    operation: Operation,
    pathParameters: PrismRequest["pathParameters"],
  ): MockResponse {
    const body = readObjectBody(response);
    if (body === undefined) return response;
    if (operation.id === this.#jobs.retrieve.id)
      return replaceBody(response, { ...body, id: readJobId(pathParameters) });
    if (this.#jobs.submit.includes(operation)) this.#polls.restart(String(body["id"]));
    return response;
  }
}

function applySearch(response: MockResponse, operation: Operation, { query }: PrismRequest): MockResponse {
  const found = searchExamples(operation, query, readObjectBody(response) ?? {});
  return found === undefined ? response : replaceBody(response, found);
}

function readJobId(pathParameters: Readonly<Record<string, string>>): string {
  return Object.values(pathParameters).join("/");
}
