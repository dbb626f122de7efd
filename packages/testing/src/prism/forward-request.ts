import { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { createProblemResponse, type MockResponse } from "../response/mock-response.ts";
import { readMessage } from "../shared/error-message.ts";
import { type BodyCopy, drainBody } from "./body-copy.ts";
import { shortenParts } from "./shorten-parts.ts";

/** A request to forward to Prism. */
export interface ForwardedRequest {
  readonly incoming: IncomingMessage;
  /** Path with its query, without the base path. */
  readonly url: string;
  readonly copy: BodyCopy;
  /** Name of the example to request. */
  readonly example: string | undefined;
  readonly signal: AbortSignal;
}

/** Largest body that Prism reads, in bytes; longer files are cut before they reach Prism. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Forwards a request to Prism. Returns a problem when Prism does not respond. Rejects when the signal aborts. */
export async function forwardRequest(
  prismUrl: string,
  failure: () => string | undefined,
  sent: ForwardedRequest,
): Promise<MockResponse> {
  try {
    const response = await sendToPrism(prismUrl, sent);
    return response.status === 413 && (await isBodyTooLong(sent)) ? createTooLongResponse() : response;
  } catch (error) {
    sent.signal.throwIfAborted();
    const reason = failure();
    if (reason === undefined && !isRefused(error) && (await isBodyTooLong(sent))) return createTooLongResponse();
    return createProblemResponse(
      502,
      "Prism does not respond",
      `The Prism process behind this mock is gone: ${reason ?? readMessage(error)}. Close this mock and start a new one.`,
    );
  }
}

function createTooLongResponse(): MockResponse {
  return createProblemResponse(
    413,
    "Body too long",
    "Prism, which checks every request of this mock, reads at most 10 MB of a body. Send less, or a file as multipart/form-data.",
  );
}

/** Prism responds with 413 at the limit, or breaks the connection. */
async function isBodyTooLong({ incoming, copy, signal }: ForwardedRequest): Promise<boolean> {
  if (shortenParts(incoming.headers["content-type"]) !== undefined) return false;
  await drainBody(copy, signal);
  return copy.length > BODY_LIMIT;
}

/** Whether nothing listens at the URL of Prism. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
}

async function sendToPrism(
  prismUrl: string,
  { incoming, url, copy, example, signal }: ForwardedRequest,
): Promise<MockResponse> {
  const shorten = shortenParts(incoming.headers["content-type"]);
  const headers: OutgoingHttpHeaders = pickEndToEndHeaders(incoming.headers);
  delete headers.host;
  delete headers.expect;
  // A shortened body has another length: it is sent in chunks.
  if (shorten !== undefined) delete headers["content-length"];
  if (example !== undefined) headers["prefer"] = `example=${example}`;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(prismUrl + url, {
      method: incoming.method ?? "GET",
      headers,
      // One connection per request: a kept connection that Prism closes would look like a dead Prism.
      agent: false,
      signal,
    });
    outgoing.once("response", resolve).once("error", reject);
    if (hasBody(incoming)) (shorten === undefined ? copy : copy.pipe(shorten)).pipe(outgoing);
    else copy.once("end", () => outgoing.end()).resume();
  });
  const { "content-length": _length, date: _date, ...kept } = pickEndToEndHeaders(response.headers);
  return { status: response.statusCode ?? 502, headers: kept, body: await buffer(response), by: "prism" };
}

/** Whether the request has a body; piping an empty one would change the request. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

// RFC 9110, section 7.6.1: they belong to one connection.
const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

/** Picks the headers that a proxy forwards: without hop-by-hop headers and those that `Connection` names. */
function pickEndToEndHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || dropped.has(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
