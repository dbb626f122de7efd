import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

/** The stage of an upload at which the client dies. */
export type Moment =
  | "when its headers arrive"
  | "when it has arrived"
  | "when it is accepted"
  | "when its response is sent";

/** A server that accepts bills and counts them by content. */
export interface CountingServer {
  readonly url: string;
  /** How often each content was accepted, by its SHA-256. */
  readonly counts: Map<string, number>;
  /** Uploads that have begun. */
  uploads: number;
  /** Called at each moment of each upload; `number` counts uploads from 1. */
  onMoment: (moment: Moment, number: number) => void;
  readonly close: () => void;
}

/** Starts a server whose jobs are completed at the first poll. */
export async function startCountingServer(): Promise<CountingServer> {
  const counts = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const json = (body: object, status: number): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.method === "GET") {
      json({ id: request.url?.split("/").at(-1), status: "COMPLETED" }, 200);
      return;
    }
    counting.uploads += 1;
    const number = counting.uploads;
    try {
      counting.onMoment("when its headers arrive", number);
      const body = await buffer(request);
      counting.onMoment("when it has arrived", number);
      const sha256 = await hashOfDocument(body, request.headers["content-type"] ?? "");
      counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
      counting.onMoment("when it is accepted", number);
      json({ id: `job-${number}`, status: "PENDING" }, 201);
      counting.onMoment("when its response is sent", number);
    } catch {
      // The client died before the body arrived: nothing was accepted.
      response.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const counting: CountingServer = {
    url: `http://127.0.0.1:${address.port}`,
    counts,
    uploads: 0,
    onMoment: () => {},
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return counting;
}

async function hashOfDocument(body: Buffer, type: string): Promise<string> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const document = form.get("document");
  if (!(document instanceof File)) throw new Error("missing file in the part `document`");
  return createHash("sha256")
    .update(new Uint8Array(await document.arrayBuffer()))
    .digest("hex");
}
