import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { chooseExample, type JobPolls } from "./choose-example.ts";

/** A server in front of Prism that asks it for the example that fits the request. */
export interface ScenarioProxy extends AsyncDisposable {
  readonly url: string;
}

/** Number of the last page among the examples. */
const LAST_PAGE = 3;

/** Starts the proxy on a free loopback port. */
export async function startScenarioProxy(prismUrl: string): Promise<ScenarioProxy> {
  const polls: JobPolls = new Map();
  const server = createServer((incoming, outgoing) => forward(prismUrl, polls, incoming, outgoing)).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy listens on no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function forward(prismUrl: string, polls: JobPolls, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method = "GET", url = "/" } = incoming;
  const example =
    incoming.headers["prefer"] === undefined ? chooseExample({ method, url }, LAST_PAGE, polls) : undefined;
  const headers = { ...incoming.headers, ...(example !== undefined && { prefer: `example=${example}` }) };
  const upstream = request(new URL(url, prismUrl), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", (error) => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { "content-type": "text/plain" });
    outgoing.end(`mock server: ${error.message}`);
  });
  incoming.pipe(upstream);
}
