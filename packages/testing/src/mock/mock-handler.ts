import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiDocument } from "../document/api-document.ts";
import { matchPath } from "../document/match-path.ts";
import { BodyCopy, drain } from "../prism/body-copy.ts";
import { type Answer, problemAnswer } from "../response/mock-response.ts";
import { messageOf } from "../shared/error-message.ts";
import type { Listening } from "./listen.ts";
import { RecordedRequest } from "./mock-request.ts";
import type { PrismAsker, PrismRequest } from "./prism-responder.ts";
import type { ScenarioStack } from "./scenario-stack.ts";
import { answerPreflight, corsHeaders, sendAnswer } from "./send-response.ts";

/** What a handler needs; the server and Prism may still be starting. */
export interface HandlerParts {
  readonly document: ApiDocument;
  readonly stack: ScenarioStack;
  readonly asker: PrismAsker;
  readonly listening: Promise<Listening>;
  /** Whether pages of any origin may use the mock. */
  readonly cors: boolean;
  readonly prism: RunningPrism | Promise<RunningPrism | undefined>;
}

interface RunningPrism {
  readonly url: string;
  readonly failure?: string | undefined;
}

/** Deals with the requests of one mock server. */
export class MockHandler {
  requests: RecordedRequest[] = [];
  readonly #parts: HandlerParts;

  constructor(parts: HandlerParts) {
    this.#parts = parts;
  }

  /** The URL that clients are given. */
  urlAt(origin: string): string {
    return origin + this.#parts.document.basePath;
  }

  handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ending = new AbortController();
    outgoing.once("close", () => ending.abort());
    // Who has gone away is told nothing.
    outgoing.on("error", () => undefined);
    const send = (answer: Answer): void => {
      const headers = this.#parts.cors ? { ...answer.headers, ...corsHeaders(incoming) } : answer.headers;
      sendAnswer(outgoing, { ...answer, headers });
    };
    const preflight = this.#parts.cors ? answerPreflight(incoming) : undefined;
    if (preflight !== undefined) {
      send(preflight);
      return;
    }
    this.#answer(incoming, ending.signal).then(send, (error: unknown) => {
      if (ending.signal.aborted) return;
      send(problemAnswer(500, "The mock failed", messageOf(error)));
    });
  }

  async #answer(incoming: IncomingMessage, signal: AbortSignal): Promise<Answer> {
    const { document } = this.#parts;
    const [pathname = "", ...rest] = (incoming.url ?? "/").split("?");
    const search = rest.length === 0 ? "" : `?${rest.join("?")}`;
    const path = withoutBase(document.basePath, pathname);
    const match = path === undefined ? undefined : matchPath(document, incoming.method ?? "GET", path);
    const found = match !== undefined && "operation" in match ? match : undefined;
    const operation = found?.operation;
    const copy = incoming.pipe(new BodyCopy());
    const arrived = { incoming, path: path ?? pathname, search, operation: operation?.id, copy };
    const recorded = new RecordedRequest(arrived, document.apiKeyHeader);
    this.requests.push(recorded);

    const pathParameters = found?.parameters ?? {};
    const query = new URLSearchParams(search);
    const request = { incoming, copy, path: path ?? "", search, query, operation, pathParameters, signal };
    const answer = path === undefined ? await this.#wrongBase(pathname) : await this.#dispatch(request);
    // Everything is read before anything is answered: a client that still writes would miss the answer.
    await drain(copy, signal);
    recorded.complete(copy);
    recorded.answeredBy = answer.by;
    if (answer.cutAt !== "head") recorded.status = answer.status;
    return answer;
  }

  /** A path that leads nowhere is Prism's to answer, whatever the scenarios: a wrong request stays visible. */
  #dispatch(request: PrismRequest): Promise<Answer> {
    let asked: Promise<Answer> | undefined;
    const prism = (): Promise<Answer> => {
      asked ??= this.#askPrism(request);
      return asked;
    };
    const { operation, pathParameters, query, signal } = request;
    if (operation === undefined) return prism();
    return this.#parts.stack.answer({ operation, pathParameters, query, signal, prism });
  }

  async #askPrism(request: PrismRequest): Promise<Answer> {
    const prism = await this.#parts.prism;
    if (prism === undefined) throw new Error("Prism did not start");
    return this.#parts.asker.ask({ url: prism.url, failure: () => prism.failure }, request);
  }

  async #wrongBase(pathname: string): Promise<Answer> {
    const { origin } = await this.#parts.listening;
    const { version } = this.#parts.document;
    return problemAnswer(
      404,
      "Wrong base URL",
      `This mock serves ${version} at ${this.urlAt(origin)}, and the request went to ${pathname}. Give the client that base URL.`,
    );
  }
}

/** The path behind the base path; `undefined` where it begins with something else. */
function withoutBase(basePath: string, pathname: string): string | undefined {
  if (pathname === basePath) return "/";
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
}
