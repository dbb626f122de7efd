import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Json } from "@nectar-sdk/openapi/document";
import type { BodyCopy } from "../prism/body-copy.ts";

/** A request that reached a mock server, with the API key replaced by `[redacted]`. */
export interface MockRequest {
  /** In upper case. */
  readonly method: string;
  /** Path without base path and query: `/document/company/1`. A wrong base path is kept. */
  readonly path: string;
  /** Query parameters; an array for a repeated name. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Parsed JSON or text; `undefined` when nothing was sent. */
  readonly body: Json | undefined;
  /** Length of the whole body in bytes. */
  readonly bodyLength: number;
  /** Whether `body` contains only the first megabyte. */
  readonly bodyTruncated: boolean;
  /** Resource method of the matching operation: `documents.listByCompany`. */
  readonly operation: string | undefined;
  /** Who responded: `prism`, `mock`, or the name of a scenario; `undefined` before the response. */
  readonly respondedBy: string | undefined;
  /** Status of the response; `undefined` before it, and when the connection was broken instead. */
  readonly status: number | undefined;
}

const REDACTED = "[redacted]";

/** A request before its body has arrived. */
export interface ReceivedRequest {
  readonly incoming: IncomingMessage;
  readonly path: string;
  readonly search: string;
  readonly operation: string | undefined;
  readonly copy: BodyCopy;
}

/** A {@link MockRequest} whose fields are filled in while the mock server handles it. */
export class PendingMockRequest implements MockRequest {
  readonly method: string;
  readonly path: string;
  readonly query: MockRequest["query"];
  readonly headers: MockRequest["headers"];
  readonly operation: string | undefined;
  body: Json | undefined = undefined;
  bodyLength = 0;
  bodyTruncated = false;
  respondedBy: string | undefined = undefined;
  status: number | undefined = undefined;

  constructor({ incoming, path, search, operation }: ReceivedRequest, apiKeyHeader: string) {
    const keyHeader = apiKeyHeader.toLowerCase();
    const redact = createKeyRedactor(incoming.headers[keyHeader]);
    this.method = incoming.method ?? "GET";
    this.path = redact(path);
    this.query = redactQuery(search, redact);
    const redactedKey = incoming.headers[keyHeader] === undefined ? {} : { [keyHeader]: REDACTED };
    this.headers = { ...copyHeaders(incoming.headers, redact), ...redactedKey };
    this.operation = operation;
  }

  /** Adds the body. */
  complete(copy: BodyCopy): void {
    const { bytes, length } = copy;
    this.bodyLength = length;
    this.bodyTruncated = bytes.length < length;
    this.body = length === 0 ? undefined : parseRequestBody(bytes, String(this.headers["content-type"] ?? ""));
  }
}

function parseRequestBody(bytes: Buffer, contentType: string): Json {
  const text = bytes.toString();
  if (!/[/+]json\b/i.test(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function redactQuery(search: string, redact: (text: string) => string): MockRequest["query"] {
  const query = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const before = query.get(name);
    query.set(name, before === undefined ? redact(value) : [before, redact(value)].flat());
  }
  return Object.fromEntries(query);
}

function copyHeaders(headers: IncomingHttpHeaders, redact: (text: string) => string): MockRequest["headers"] {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === "string" ? redact(value) : value.map(redact)] as const],
  );
  return Object.fromEntries(entries);
}

/** Redacts only long keys: a short test key also occurs in ordinary words. */
function createKeyRedactor(key: string | string[] | undefined): (text: string) => string {
  return typeof key === "string" && key.length >= 8 ? (text) => text.replaceAll(key, REDACTED) : (text) => text;
}
