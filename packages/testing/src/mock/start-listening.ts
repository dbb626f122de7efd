import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { readMessage } from "../shared/error-message.ts";

/** A listening server. */
export interface Listening {
  /** `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly port: number;
  /** Closes all connections, including active ones; resolves when the port is free. */
  close(): Promise<void>;
}

/** Address to listen on. */
export interface Address {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
}

/** Starts an HTTP server. Throws with advice when the port is not available. */
export async function startListening(listener: RequestListener, { port, host }: Address): Promise<Listening> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`invalid port: ${port}; expected a whole number from 0 (any free port) to 65535`);
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
    return `port ${port} is in use: stop the program that uses it, or choose another port (0 takes any free port)`;
  if (code === "EACCES") return `port ${port} needs special permission: choose one above 1023, or 0 for any free port`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return `host ${host} is not an address of this machine: use 127.0.0.1`;
  return `cannot listen on ${host}:${port}: ${readMessage(error)}`;
}
