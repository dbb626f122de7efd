import { loadDocument } from "../document/load-document.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { type Prism, startPrism } from "../prism/start-prism.ts";
import { JobPolls } from "../response/choose-example.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { requireVersion } from "../version/require-version.ts";
import { MockHandler } from "./mock-handler.ts";
import type { MockRequest } from "./mock-request.ts";
import { PrismResponder } from "./prism-responder.ts";
import { type ScenarioHandle, ScenarioStack } from "./scenario-stack.ts";
import { type Listening, startListening } from "./start-listening.ts";

export interface MockServerOptions {
  /**
   * Port to listen on; 0 takes any free port.
   *
   * @default 0
   */
  readonly port?: number | undefined;
  /**
   * Address to listen on.
   *
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
  /**
   * Seed to generate success bodies from their schemas. The same seed and request give the same body.
   *
   * @default none: bodies are the examples of the document
   */
  readonly seed?: string | number | undefined;
  /**
   * Whether web pages of any origin may send requests and read the responses.
   *
   * @default false
   */
  readonly cors?: boolean | undefined;
  /**
   * Prism of the same version to share, from `startPrism`. The mock does not close it.
   *
   * @default a new Prism
   */
  readonly prism?: SharedPrism | undefined;
}

/** A shared Prism, which may run in another process. */
export type SharedPrism = Pick<Prism, "url" | "version"> & { readonly failure?: string | undefined };

/** A mock server of the Nectar API with its own scenarios, requests and jobs. */
export interface MockServer<Version extends string = string> extends AsyncDisposable {
  /** Base URL for a client, with the path of the version: `http://127.0.0.1:<port>/v2.2`. */
  readonly url: string;
  readonly port: number;
  readonly version: Version;
  /** Requests since the start or the last `reset()`, in order of arrival. */
  readonly requests: readonly MockRequest[];
  /**
   * Adds scenarios, which handle requests before those of earlier calls.
   *
   * They handle requests in the order of the arguments. A scenario that has reached its limit passes requests on, finally to Prism.
   *
   * @throws {TypeError} when a scenario belongs to another version
   * @example
   * const handle = mock.use(flaky({ times: 1 }));
   */
  use(...scenarios: readonly Scenario<Version>[]): ScenarioHandle;
  /** Forgets scenarios, requests and the state of jobs. */
  reset(): void;
  /** Closes all connections and the Prism process; resolves when they are gone. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Starts a mock server of an API version: Prism behind a server that adds pages, jobs and scenarios.
 *
 * @throws {Error} when the port is in use, Prism does not start, or the package of the version is not installed
 * @throws {TypeError} when the shared Prism serves another version
 * @throws {RangeError} when the port is invalid
 * @example
 * await using mock = await startMockServer(v2_2);
 * const nectar = createNectarClient(v2_2, { baseUrl: mock.url, apiKey: "test-key" });
 */
export async function startMockServer<Version extends string>(
  api: VersionFacts & { readonly version: Version },
  options: MockServerOptions = {},
): Promise<MockServer<Version>> {
  requireVersion(api);
  const { prism: shared, seed, port = 0, host = "127.0.0.1", cors = false } = options;
  if (shared !== undefined && shared.version !== api.version)
    throw new TypeError(
      `the shared Prism serves ${shared.version}, but this mock serves ${api.version}: share a Prism of the same version`,
    );
  const document = loadDocument(api);
  const stack = new ScenarioStack(document);
  const polls = new JobPolls();
  // Listens first, so that a port in use fails at once. Early requests wait for Prism.
  const listening = startListening((incoming, outgoing) => handler.handle(incoming, outgoing), { port, host });
  const own = listening.then(() => (shared === undefined ? startPrism(api) : undefined));
  // When listening fails, that error reaches the caller, and this promise has no other handler.
  own.catch(() => undefined);
  const prism = shared ?? own;
  const handler = new MockHandler({
    document,
    stack,
    responder: new PrismResponder(document, polls, seed),
    listening,
    cors,
    prism,
  });
  const open = await listening;
  try {
    return new RunningMock(api.version, open, await own, { stack, polls, handler });
  } catch (error) {
    await open.close();
    throw error;
  }
}

interface MockState {
  readonly stack: ScenarioStack;
  readonly polls: JobPolls;
  readonly handler: MockHandler;
}

class RunningMock<Version extends string> implements MockServer<Version> {
  readonly url: string;
  readonly port: number;
  readonly version: Version;
  readonly #listening: Listening;
  readonly #prism: Prism | undefined;
  readonly #state: MockState;
  #closing: Promise<void> | undefined;

  constructor(version: Version, listening: Listening, prism: Prism | undefined, parts: MockState) {
    this.version = version;
    this.url = parts.handler.toBaseUrl(listening.origin);
    this.port = listening.port;
    this.#listening = listening;
    this.#prism = prism;
    this.#state = parts;
  }

  get requests(): readonly MockRequest[] {
    return this.#state.handler.requests;
  }

  use(...scenarios: readonly Scenario<Version>[]): ScenarioHandle {
    return this.#state.stack.use(scenarios);
  }

  reset(): void {
    this.#state.stack.clear();
    this.#state.polls.clear();
    this.#state.handler.requests = [];
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#listening.close(), this.#prism?.close()]).then(() => undefined);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
