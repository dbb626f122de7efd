import type { OperationDefinition } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { createUserAgentHeaders } from "../request/create-user-agent-headers.ts";
import { fillPath, parsePathNames } from "../request/fill-path.ts";
import { mergeHeaders } from "../request/merge-headers.ts";
import { serializeBody } from "../request/serialize-body.ts";
import { serializeQuery } from "../request/serialize-query.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { Method, TransportInit } from "../transport/transport.ts";
import type { Engine } from "./engine.ts";

/** Details of an operation that a call needs. */
type CallDefinition = Omit<OperationDefinition, "resource" | "name">;

/** An operation bound to a client, with everything that follows from its definition. */
export interface BoundOperation<Definition extends CallDefinition = CallDefinition> extends CallSite {
  readonly definition: Definition;
  readonly pathNames: readonly string[];
  readonly readAs: ReadAs;
  /** Includes the headers of the client. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serializers: Pick<TransportInit, "pathSerializer" | "querySerializer" | "bodySerializer">;
}

/** An operation that is a method of a resource. */
export type ResourceOperation = BoundOperation<OperationDefinition>;

/** Binds every operation of the API version. */
export function bindOperations(engine: Engine): ResourceOperation[] {
  const { operations, version } = engine.api;
  return Object.entries(operations).map(([operation, definition]) =>
    bindOperation(engine, { operation, apiVersion: version }, definition),
  );
}

/** Binds a raw path that the API version does not define; the method alone decides about retries. */
export function bindRawPath(engine: Engine, method: Method, path: string): BoundOperation {
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE";
  const site = { operation: `${method} ${path}`, apiVersion: engine.api.version };
  return bindOperation(engine, site, { method, path, retry: isRead ? "read" : "unsafe" });
}

function bindOperation<Definition extends CallDefinition>(
  engine: Engine,
  site: CallSite,
  definition: Definition,
): BoundOperation<Definition> {
  const { path, body, commaLists, response = "json", mediaType = body === "form" ? FORM : undefined } = definition;
  const defaults = { accept: response === "json" ? "application/json" : "*/*", "content-type": mediaType };
  return {
    ...site,
    definition,
    pathNames: parsePathNames(path),
    readAs: response,
    headers: mergeHeaders(createUserAgentHeaders(), defaults, engine.headers),
    serializers: {
      pathSerializer: (template, values) => fillPath(template, values, site),
      querySerializer: (query) => serializeQuery(query, site, commaLists),
      bodySerializer: (value) => serializeBody(value, body),
    },
  };
}

const FORM = "application/x-www-form-urlencoded";
