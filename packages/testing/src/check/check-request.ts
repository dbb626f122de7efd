import type { ApiDocument, Operation } from "../document/read-document.ts";
import { checkBody } from "./check-body.ts";
import { checkParameter } from "./check-parameter.ts";
import { checkQuery, isKeyLike } from "./check-query.ts";
import { decodeUrl } from "./decode-url.ts";
import type { CheckedRequest, HeaderValues } from "./exchange.ts";
import { type Located, locate } from "./locate.ts";
import { assignOperation, createViolation, type Violation } from "./violation.ts";

export interface CheckRequestOptions {
  /**
   * Path before the paths of the operations, for an API behind a gateway.
   *
   * @default the base path of the document, `/v2.2`
   */
  readonly basePath?: string;
}

/**
 * Lists everything that is wrong with a request according to the document. Never throws.
 *
 * @example
 * const violations = checkRequest(loadDocument(v2_2), { method: "GET", url: "/v2.2/company", headers: {} });
 */
export function checkRequest(
  document: ApiDocument,
  request: CheckedRequest,
  { basePath = document.basePath }: CheckRequestOptions = {},
): Violation[] {
  return checkLocated(document, request, locate(document, request.method, request.url, basePath));
}

/** Checks a request whose operation is already located. */
export function checkLocated(document: ApiDocument, request: CheckedRequest, located: Located): Violation[] {
  const { operation, query, violations } = located;
  const everywhere = [...violations, ...checkKeyInUrl(document, request)];
  if (operation === undefined) return everywhere;
  const found = [
    ...everywhere,
    ...operation.parameters.flatMap((parameter) => {
      const { name } = parameter;
      const value = located.pathParameters[name];
      if (parameter.in !== "path" || value === undefined) return [];
      return checkParameter(document, parameter, [value], located.pathItems[name]);
    }),
    ...checkQuery(document, operation, query),
    ...checkHeaders(document, operation, request.headers),
    ...checkBody(document, operation, request),
  ];
  return assignOperation(found, operation.name);
}

function checkHeaders(document: ApiDocument, operation: Operation, headers: HeaderValues): Violation[] {
  const key = document.apiKeyHeader;
  const found: Violation[] = [];
  if (operation.isSecured && !headers[key.toLowerCase()]) {
    found.push(
      createViolation("missing-api-key", `header.${key.toLowerCase()}`, `send the API key in the header ${key}`),
    );
  }
  if (!headers["accept"] && [...operation.responses.values()].some(({ content }) => content.size > 0)) {
    found.push(
      createViolation("missing-accept", "header.accept", "name the media types you accept: Accept: application/json"),
    );
  }
  for (const parameter of operation.parameters.filter((entry) => entry.in === "header")) {
    const value = headers[parameter.name.toLowerCase()];
    const at = `header.${parameter.name}`;
    if (value !== undefined) found.push(...checkParameter(document, parameter, [value]));
    else if (parameter.required)
      found.push(createViolation("missing-parameter", at, `send the header ${parameter.name}`));
  }
  return found;
}

function checkKeyInUrl(document: ApiDocument, { url, headers }: CheckedRequest): Violation[] {
  const key = headers[document.apiKeyHeader.toLowerCase()] ?? "";
  const cure = `URLs end up in logs: send the key only in the header ${document.apiKeyHeader}`;
  const start = url.indexOf("?");
  const names = start === -1 ? [] : [...new URLSearchParams(url.slice(start + 1)).keys()];
  const named = names.find(isKeyLike);
  if (named !== undefined)
    return [createViolation("api-key-in-url", `query.${named}`, `${named} looks like the API key; ${cure}`)];
  // A short key is a placeholder and occurs by chance.
  const containsKey =
    key.length >= 8 && (url.includes(key) || url.includes(encodeURIComponent(key)) || decodeUrl(url).includes(key));
  return containsKey ? [createViolation("api-key-in-url", "path", `the API key is in the URL; ${cure}`)] : [];
}
