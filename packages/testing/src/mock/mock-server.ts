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
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Address to listen on, `127.0.0.1` by default. */
  readonly host?: string | undefined;
  /** Generates the bodies of successes from their schemas instead of taking examples: the same ones for the same seed and request. */
  readonly seed?: string | number | undefined;
  /**
   * Whether pages of any origin may send requests and read the answers, as an app in a browser needs it.
   *
   * @default false
   */
  readonly cors?: boolean | undefined;
  /** A Prism of the same version to share, from `startPrism`; it is not closed with the mock. By default, the mock has its own. */
  readonly prism?: SharedPrism | undefined;
}

/** What a mock has to know of a Prism that it shares: a test process is given the URL of one that runs in another. */
export type SharedPrism = Pick<Prism, "url" | "version"> & { readonly failure?: string | undefined };

/** A mock server of the Nectar API. Any number may run side by side; each has its own scenarios, requests and jobs. */
export interface MockServer<Version extends string = string> extends AsyncDisposable {
  /** Base URL for a client, with the path of the version: `http://127.0.0.1:<port>/v2.2`. */
  readonly url: string;
  readonly port: number;
  readonly version: Version;
  /** What has arrived since the start or the last `reset()`, in order. */
  readonly requests: readonly MockRequest[];
  /**
   * Adds scenarios. They are asked in the order in which they are passed, before those of an earlier call; one that has acted as often as it
   * was told to leaves requests to the next, and Prism comes last. Throws for a scenario of another version.
   */
  use(...scenarios: readonly Scenario<Version>[]): ScenarioHandle;
  /** Forgets scenarios, requests, and how far jobs have come. */
  reset(): void;
  /** Ends open requests, connections and the Prism process; resolves once they are gone. May be called more than once. */
  close(): Promise<void>;
}

/**
 * Starts a mock server: real Prism with the examples of the version's document, and a server in front that knows the base path, the pages
 * of lists, the states of jobs, and scenarios.
 *
 * Throws when the port is in use, when Prism does not start, and when the package of the version is not installed.
 */
export async function startMockServer<Version extends string>(
  api: VersionFacts & { readonly version: Version },
  options: MockServerOptions = {},
): Promise<MockServer<Version>> {
  requireVersion(api);
  const { prism: shared, seed, port = 0, host = "127.0.0.1", cors = false } = options;
  if (shared !== undefined && shared.version !== api.version)
    throw new TypeError(
      `this Prism serves ${shared.version}, and the mock ${api.version}: share one of the same version`,
    );
  const document = loadDocument(api);
  const stack = new ScenarioStack(document);
  const polls = new JobPolls();
  // The port first, so that one in use is told at once. A request that comes early waits for Prism.
  const listening = startListening((incoming, outgoing) => handler.handle(incoming, outgoing), { port, host });
  const own = listening.then(() => (shared === undefined ? startPrism(api) : undefined));
  // Where nothing listens, that is what the caller is told, and nobody waits for this one.
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
