import type { IncomingMessage, ServerResponse } from "node:http";
import { matchPath } from "@nectar-sdk/openapi/document";
import type { ApiDocument } from "../document/read-document.ts";
import { BodyCopy, drainBody } from "../prism/body-copy.ts";
import { createProblemResponse, type MockResponse } from "../response/mock-response.ts";
import { readMessage } from "../shared/error-message.ts";
import { PendingMockRequest } from "./mock-request.ts";
import type { PrismRequest, PrismResponder } from "./prism-responder.ts";
import type { ScenarioStack } from "./scenario-stack.ts";
import { createCorsHeaders, createPreflightResponse, sendResponse } from "./send-response.ts";
import type { Listening } from "./start-listening.ts";

/** Dependencies of a handler; the server and Prism may still be starting. */
export interface MockHandlerOptions {
  readonly document: ApiDocument;
  readonly stack: ScenarioStack;
  readonly responder: PrismResponder;
  readonly listening: Promise<Listening>;
  /** Whether web pages of any origin may use the mock. */
  readonly cors: boolean;
  readonly prism: RunningPrism | Promise<RunningPrism | undefined>;
}

interface RunningPrism {
  readonly url: string;
  readonly failure?: string | undefined;
}

/** Handles the requests of one mock server. */
export class MockHandler {
  requests: PendingMockRequest[] = [];
  readonly #options: MockHandlerOptions;

  constructor(parts: MockHandlerOptions) {
    this.#options = parts;
  }

  /** Returns the base URL for clients. */
  toBaseUrl(origin: string): string {
    return origin + this.#options.document.basePath;
  }

  handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ending = new AbortController();
    outgoing.once("close", () => ending.abort());
    // The caller has disconnected.
    outgoing.on("error", () => undefined);
    const send = (response: MockResponse): void => {
      const headers = this.#options.cors ? { ...response.headers, ...createCorsHeaders(incoming) } : response.headers;
      sendResponse(outgoing, { ...response, headers });
    };
    const preflight = this.#options.cors ? createPreflightResponse(incoming) : undefined;
    if (preflight !== undefined) {
      send(preflight);
      return;
    }
    this.#respond(incoming, ending.signal).then(send, (error: unknown) => {
      if (ending.signal.aborted) return;
      send(createProblemResponse(500, "The mock failed", readMessage(error)));
    });
  }

  async #respond(incoming: IncomingMessage, signal: AbortSignal): Promise<MockResponse> {
    const { document } = this.#options;
    const [pathname = "", ...rest] = (incoming.url ?? "/").split("?");
    const search = rest.length === 0 ? "" : `?${rest.join("?")}`;
    const path = removeBasePath(document.basePath, pathname);
    const match =
      path === undefined ? undefined : matchPath(document.operations.values(), incoming.method ?? "GET", path);
    const found = match !== undefined && "operation" in match ? match : undefined;
    const operation = found?.operation;
    const copy = incoming.pipe(new BodyCopy());
    const arrived = { incoming, path: path ?? pathname, search, operation: operation?.name, copy };
    const recorded = new PendingMockRequest(arrived, document.apiKeyHeader);
    this.requests.push(recorded);

    const pathParameters = found?.parameters ?? {};
    const query = new URLSearchParams(search);
    const request = { incoming, copy, path: path ?? "", search, query, operation, pathParameters, signal };
    const response = path === undefined ? await this.#rejectWrongBase(pathname) : await this.#dispatch(request);
    // Reads the whole body first: a client that still writes would miss the response.
    await drainBody(copy, signal);
    recorded.complete(copy);
    recorded.respondedBy = response.by;
    if (response.cutAt !== "head") recorded.status = response.status;
    return response;
  }

  /** Lets Prism respond to unknown paths, before any scenario, so that a wrong request still fails. */
  #dispatch(request: PrismRequest): Promise<MockResponse> {
    let asked: Promise<MockResponse> | undefined;
    const prism = (): Promise<MockResponse> => {
      asked ??= this.#forwardToPrism(request);
      return asked;
    };
    const { operation, pathParameters, query, signal } = request;
    if (operation === undefined) return prism();
    return this.#options.stack.respond({ operation, pathParameters, query, signal, prism });
  }

  async #forwardToPrism(request: PrismRequest): Promise<MockResponse> {
    const prism = await this.#options.prism;
    if (prism === undefined) throw new Error("Prism did not start");
    return this.#options.responder.respond({ url: prism.url, failure: () => prism.failure }, request);
  }

  async #rejectWrongBase(pathname: string): Promise<MockResponse> {
    const { origin } = await this.#options.listening;
    const { version } = this.#options.document;
    return createProblemResponse(
      404,
      "Wrong base URL",
      `This mock serves ${version} at ${this.toBaseUrl(origin)}, but the request went to ${pathname}. Pass that base URL to the client.`,
    );
  }
}

/** Removes the base path; `undefined` when the path starts with something else. */
function removeBasePath(basePath: string, pathname: string): string | undefined {
  if (pathname === basePath) return "/";
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
}
