import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { MockResponse } from "../response/mock-response.ts";

/** Something that a mock server of one API version is told to do: give it to `mock.use`. */
export interface Scenario<Version extends string = string> {
  /** `pagedList`; the requests of the mock server say that it answered them. */
  readonly name: string;
  /** API version that it was made for. */
  readonly version: Version;
  /** Begins it for one mock server: every use counts for itself. */
  start(document: ApiDocument): ActiveScenario;
}

/** A scenario at work in a mock server. */
export interface ActiveScenario {
  /** Whether it has done all that it was made for. */
  readonly done: boolean;
  /** How many requests it has dealt with. */
  readonly handled: number;
  /** Deals with a request, or leaves it to `next`: the scenario used before it, and Prism in the end. */
  handle(exchange: ScenarioRequest, next: () => Promise<MockResponse>): Promise<MockResponse>;
}

/** A request that leads to an operation. */
export interface ScenarioRequest {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Aborts when the caller or the mock server goes away. */
  readonly signal: AbortSignal;
  /** Prism's answer to the request; it is asked once. */
  prism(): Promise<MockResponse>;
}

/** The version that scenarios are made for. */
export interface ScenarioApi<Version extends string = string> {
  readonly version: Version;
  readonly document: ApiDocument;
}
