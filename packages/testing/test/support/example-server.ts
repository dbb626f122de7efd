import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { matchPath } from "@nectar-sdk/openapi/document";
import { loadDocument } from "../../src/document/load-document.ts";
import type { VersionFacts } from "../../src/document/read-document.ts";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface ExampleServer extends AsyncDisposable {
  /** With the base path of the version. */
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Handles a request instead of the examples; returns `true` when it has responded. */
export type Intercept = (request: Received, response: ServerResponse, count: number) => boolean | Promise<boolean>;

/** Responds to every operation with the first example of its first response or of `Prefer: code=…`; checks only the key. */
export async function startExampleServer(
  api: VersionFacts,
  intercept: Intercept = () => false,
): Promise<ExampleServer> {
  const document = loadDocument(api);
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const request = {
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body: await readBody(incoming),
    };
    received.push(request);
    if (await intercept(request, response, received.length)) return;
    const path = request.url.slice(document.basePath.length).split("?", 1).join("");
    const match = matchPath(document.operations.values(), request.method, path);
    const operation = match !== undefined && "operation" in match ? match.operation : undefined;
    const wanted = /code=(\d+)/.exec(String(incoming.headers["prefer"]))?.[1];
    const status =
      incoming.headers["x-api-key"] === undefined
        ? "401"
        : (wanted ?? [...(operation?.responses.keys() ?? [])][0] ?? "404");
    const [[type, content] = []] = operation?.responses.get(status)?.content ?? [];
    const [example] = content?.examples.values() ?? [];
    response.writeHead(Number(status), type === undefined ? {} : { "content-type": type });
    response.end(type === undefined ? undefined : JSON.stringify(example));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${address.port}${document.basePath}`, received, close, [Symbol.asyncDispose]: close };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}
