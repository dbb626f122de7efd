import type { OperationDefinition } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { fillPath, pathNames } from "../request/fill-path.ts";
import { mergeHeaders } from "../request/merge-headers.ts";
import { serializeBody } from "../request/serialize-body.ts";
import { serializeQuery } from "../request/serialize-query.ts";
import { userAgentHeaders } from "../request/user-agent.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { Method, TransportInit } from "../transport/transport.ts";
import type { Engine } from "./engine.ts";

/** An operation, ready to be called: what follows from its definition alone. */
export interface Target extends CallSite {
  readonly definition: Omit<OperationDefinition, "resource" | "name">;
  readonly pathNames: readonly string[];
  readonly readAs: ReadAs;
  /** Those of the client included. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serializers: Pick<TransportInit, "pathSerializer" | "querySerializer" | "bodySerializer">;
}

/** An operation of the API version: the method that calls it, and what it calls. */
export interface Operation {
  readonly resource: string;
  readonly name: string;
  readonly target: Target;
}

/** Every operation of the API version. */
export function operationsOf(engine: Engine): Operation[] {
  const { operations, version } = engine.api;
  return Object.entries(operations).map(([operation, definition]) => {
    const { resource, name } = definition;
    const site = { label: `${resource}.${name}`, operation, apiVersion: version };
    return { resource, name, target: makeTarget(engine, site, definition) };
  });
}

/** The target of a raw path that the API version does not know; only its method tells whether it may be repeated. */
export function unknownTarget(engine: Engine, method: Method, path: string): Target {
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE";
  const site = { label: `${method} ${path}`, operation: undefined, apiVersion: engine.api.version };
  return makeTarget(engine, site, { method, path, retry: isRead ? "read" : "unsafe" });
}

function makeTarget(engine: Engine, site: CallSite, definition: Target["definition"]): Target {
  const { path, body, response = "json", mediaType = body === "form" ? FORM : undefined } = definition;
  const own = { accept: response === "json" ? "application/json" : "*/*", "content-type": mediaType };
  return {
    ...site,
    definition,
    pathNames: pathNames(path),
    readAs: response,
    headers: mergeHeaders(userAgentHeaders(), own, engine.headers),
    serializers: {
      pathSerializer: (template, values) => fillPath(template, values, site),
      querySerializer: (query) => serializeQuery(query, site),
      bodySerializer: (value) => serializeBody(value, body),
    },
  };
}

const FORM = "application/x-www-form-urlencoded";
