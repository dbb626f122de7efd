import type { CapturedBody, CheckedRequest, CheckedResponse, HeaderValues } from "../check/exchange.ts";
import { parseBody } from "./parse-body.ts";

/** A call of any HTTP client, for `recorder.check()`. */
export interface PlainExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: PlainHeaders;
    readonly body?: string | Uint8Array;
  };
  readonly response?: {
    readonly status: number;
    readonly headers?: PlainHeaders;
    readonly body?: string | Uint8Array;
  };
}

/** Headers with names in any case. */
export type PlainHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A captured call before it is checked. */
export interface CapturedExchange {
  readonly request: CheckedRequest;
  readonly response?: CheckedResponse;
  readonly failure?: string;
}

/** Converts a call of another HTTP client to a captured call. */
export function toCapturedExchange({ request, response }: PlainExchange): CapturedExchange {
  const { method, url } = request;
  const headers = toLowerCaseNames(request.headers);
  const responseHeaders = response === undefined ? undefined : toLowerCaseNames(response.headers);
  return {
    request: { method, url, headers, ...parsePlainBody(request.body, headers) },
    ...(response === undefined || responseHeaders === undefined
      ? {}
      : {
          response: {
            status: response.status,
            headers: responseHeaders,
            ...parsePlainBody(response.body, responseHeaders),
          },
        }),
  };
}

function parsePlainBody(
  body: string | Uint8Array | undefined,
  headers: HeaderValues,
): { readonly body?: CapturedBody } {
  if (body === undefined) return {};
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const captured = parseBody({ bytes }, headers["content-type"]);
  return captured === undefined ? {} : { body: captured };
}

function toLowerCaseNames(headers: PlainHeaders = {}): HeaderValues {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    return value === undefined
      ? []
      : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")] as const];
  });
  return Object.fromEntries(entries);
}
