import type { ReadAs } from "../answer/read-answer.ts";
import type { ApiDefinition, OperationDefinition } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { fillPath, pathNames } from "../request/fill-path.ts";
import { serializeBody } from "../request/serialize-body.ts";
import { serializeQuery } from "../request/serialize-query.ts";
import type { Method, TransportInit } from "../transport/transport.ts";

type Serializers = Pick<TransportInit, "pathSerializer" | "querySerializer" | "bodySerializer">;

/** An operation, ready to be called: what follows from its definition alone. */
export interface Target extends CallSite {
  readonly definition: Pick<OperationDefinition, "method" | "path" | "retry" | "body" | "query" | "page">;
  readonly pathNames: readonly string[];
  readonly readAs: ReadAs;
  readonly headers: Readonly<Record<string, string>>;
  readonly serializers: Serializers;
}

/** The target of an operation of the API version. */
export function targetOf(api: ApiDefinition<unknown>, operation: string, definition: OperationDefinition): Target {
  const { body, mediaType, answer = "json", resource, name, path } = definition;
  const site = { label: `${resource}.${name}`, operation, apiVersion: api.version };
  const contentType = mediaType ?? (body === "form" ? "application/x-www-form-urlencoded" : undefined);
  return {
    ...site,
    definition,
    pathNames: pathNames(path),
    readAs: answer,
    headers: {
      accept: answer === "json" ? "application/json" : "*/*",
      ...(contentType !== undefined && { "content-type": contentType }),
    },
    serializers: serializersOf(site, body),
  };
}

/** The target of a raw path that the API version does not know; only its method tells whether it may be repeated. */
export function unknownTarget(api: ApiDefinition<unknown>, method: Method, path: string): Target {
  const site = { label: `${method} ${path}`, operation: undefined, apiVersion: api.version };
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE";
  return {
    ...site,
    definition: { method, path, retry: isRead ? "read" : "unsafe" },
    pathNames: pathNames(path),
    readAs: "json",
    headers: { accept: "application/json" },
    serializers: serializersOf(site, "json"),
  };
}

function serializersOf(site: CallSite, body: OperationDefinition["body"]): Serializers {
  return {
    pathSerializer: (template, values) => fillPath(template, values, site),
    querySerializer: (query) => serializeQuery(query, site),
    bodySerializer: (value) => serializeBody(value, body),
  };
}
