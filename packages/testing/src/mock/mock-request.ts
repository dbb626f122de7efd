import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Json } from "@nectar-sdk/openapi/document";
import type { BodyCopy } from "../prism/body-copy.ts";

/** A request that reached a mock server. The API key is replaced by `[redacted]` in the headers, the path and the query. */
export interface MockRequest {
  /** In capitals. */
  readonly method: string;
  /** Without the base path and the query: `/document/company/1`. The whole path where it does not begin with the base path. */
  readonly path: string;
  /** An array where a name was sent more than once. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** JSON is parsed, everything else is text; `undefined` where nothing was sent. */
  readonly body: Json | undefined;
  /** Bytes of the whole body. */
  readonly bodyLength: number;
  /** Whether the body was longer than the first megabyte, which is what `body` was read from. */
  readonly bodyTruncated: boolean;
  /** Id of the operation that it led to: `document_company_retrieve`. */
  readonly operation: string | undefined;
  /** `prism`, the name of a scenario, or `mock` for what the mock answers by itself; `undefined` as long as nobody has. */
  readonly respondedBy: string | undefined;
  /** Status of the answer; `undefined` as long as there is none, and where the connection was broken instead. */
  readonly status: number | undefined;
}

const REDACTED = "[redacted]";

/** What is known of a request when it arrives. */
export interface ReceivedRequest {
  readonly incoming: IncomingMessage;
  readonly path: string;
  readonly search: string;
  readonly operation: string | undefined;
  readonly copy: BodyCopy;
}

/** A {@link MockRequest} that grows until it is answered. */
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

  /** Adds what arrived after the head. */
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

/** A short key, as tests like them, would be found in words that have nothing to do with it. */
function createKeyRedactor(key: string | string[] | undefined): (text: string) => string {
  return typeof key === "string" && key.length >= 8 ? (text) => text.replaceAll(key, REDACTED) : (text) => text;
}
