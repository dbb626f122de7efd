import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, exactly as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Responds to a request, or does not; the server awaits and ignores the result. */
export type Handler = (request: ReceivedRequest, response: ServerResponse) => unknown;

/** A server on 127.0.0.1 that records its requests. */
export interface LoopbackServer {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Requests in order of arrival. */
  readonly requests: readonly ReceivedRequest[];
}

/** Starts a server that lives until the test ends. A handler that throws breaks the connection. */
export async function startServer(handler: Handler): Promise<LoopbackServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    try {
      const { method = "", url = "", headers } = incoming;
      const request = { method, url, headers, body: await buffer(incoming) };
      requests.push(request);
      await handler(request, response);
    } catch {
      response.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

/** Responds with JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
