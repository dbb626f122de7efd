import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { readMessage } from "../shared/error-message.ts";

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly port: number;
  /** Ends every connection, also in the middle of a request; resolves once nothing listens. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface Address {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
}

/** Starts an HTTP server. Throws with the cure when the port cannot be had. */
export async function startListening(listener: RequestListener, { port, host }: Address): Promise<Listening> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`port is ${port}: it has to be a whole number from 0 (a free one) to 65535`);
  const server = createServer(listener);
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new Error(describeListenError(error, port, host), { cause: error });
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`${host}: nothing listens on a port there`);
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function describeListenError(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `port ${port} is in use: end the program that has it, or choose another port (0 takes a free one)`;
  if (code === "EACCES") return `port ${port} may not be used: choose one above 1023, or 0 for a free one`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return `host ${host} is no address of this machine: 127.0.0.1 is`;
  return `nothing can listen on ${host}:${port}: ${readMessage(error)}`;
}
