import type { IncomingMessage } from "node:http";
import type { ApiDocument, Operation } from "../document/api-document.ts";
import type { BodyCopy } from "../prism/body-copy.ts";
import { forward } from "../prism/forward-request.ts";
import { choosePage, type JobPolls } from "../response/choose-example.ts";
import { explainRefusal } from "../response/explain-refusal.ts";
import { generateAnswer } from "../response/generate-response.ts";
import { type JobOperations, jobOperations } from "../response/job-operations.ts";
import { type Answer, isSuccess, objectBody, withBody } from "../response/mock-response.ts";
import { searchExamples } from "../response/search-items.ts";

/** Where requests go when no scenario answers them. */
export interface PrismTarget {
  readonly url: string;
  readonly failure: () => string | undefined;
}

/** A request for Prism, and what it leads to. */
export interface PrismRequest {
  readonly incoming: IncomingMessage;
  readonly copy: BodyCopy;
  /** Path without the base path. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly search: string;
  readonly query: URLSearchParams;
  readonly operation: Operation | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Asks Prism so that lists have pages and jobs a life, unless the caller chooses an example himself (`Prefer`). */
export class PrismAsker {
  readonly #document: ApiDocument;
  readonly #seed: string | number | undefined;
  readonly #jobs: JobOperations;
  readonly #polls: JobPolls;

  constructor(document: ApiDocument, polls: JobPolls, seed: string | number | undefined) {
    this.#document = document;
    this.#polls = polls;
    this.#seed = seed;
    this.#jobs = jobOperations(document);
  }

  async ask(target: PrismTarget, request: PrismRequest): Promise<Answer> {
    const { incoming, copy, path, search, operation, pathParameters, signal } = request;
    const chosen = incoming.headers["prefer"] !== undefined;
    const example = chosen || operation === undefined ? undefined : this.#exampleFor(operation, request);
    const answer = await forward(target.url, target.failure, { incoming, url: path + search, copy, example, signal });
    if (operation === undefined) return answer;
    if (!isSuccess(answer)) return explainRefusal(this.#document, operation, answer);
    if (chosen) return answer;
    const coherent = this.#withJobId(answer, operation, pathParameters);
    if (this.#seed === undefined) return withSearch(coherent, operation, request);
    return generateAnswer(coherent, { ...request, document: this.#document, operation, seed: this.#seed });
  }

  #exampleFor(operation: Operation, { query, pathParameters }: PrismRequest): string | undefined {
    if (operation.id === this.#jobs.retrieve.id) return this.#polls.next(idOf(pathParameters));
    return choosePage(operation, query);
  }

  /** Prism's example has an id of its own; who asks for a job gets that one. */
  #withJobId(answer: Answer, operation: Operation, pathParameters: PrismRequest["pathParameters"]): Answer {
    const body = objectBody(answer);
    if (body === undefined) return answer;
    if (operation.id === this.#jobs.retrieve.id) return withBody(answer, { ...body, id: idOf(pathParameters) });
    if (this.#jobs.submit.includes(operation)) this.#polls.submitted(String(body["id"]));
    return answer;
  }
}

function withSearch(answer: Answer, operation: Operation, { query }: PrismRequest): Answer {
  const found = searchExamples(operation, query, objectBody(answer) ?? {});
  return found === undefined ? answer : withBody(answer, found);
}

function idOf(pathParameters: Readonly<Record<string, string>>): string {
  return Object.values(pathParameters).join("/");
}
