import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { MockResponse } from "../response/mock-response.ts";

/** A behaviour of a mock server of one API version: pass it to `mock.use`. */
export interface Scenario<Version extends string = string> {
  /** Name in `respondedBy` of requests: `pagedList`. */
  readonly name: string;
  /** API version of the scenario. */
  readonly version: Version;
  /** Starts the scenario for one mock server; each start counts on its own. */
  start(document: ApiDocument): ActiveScenario;
}

/** A started scenario. */
export interface ActiveScenario {
  /** Whether the scenario has handled all its requests. */
  readonly done: boolean;
  /** Number of handled requests. */
  readonly handled: number;
  /** Handles a request, or calls `next`: the scenario used before it, and finally Prism. */
  handle(exchange: ScenarioRequest, next: () => Promise<MockResponse>): Promise<MockResponse>;
}

/** A request that matches an operation. */
export interface ScenarioRequest {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Aborts when the caller disconnects or the mock server closes. */
  readonly signal: AbortSignal;
  /** Returns the response of Prism; forwards the request only once. */
  prism(): Promise<MockResponse>;
}

/** The API version of scenarios. */
export interface ScenarioApi<Version extends string = string> {
  readonly version: Version;
  readonly document: ApiDocument;
}
