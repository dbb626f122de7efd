import type { ReadAs } from "../answer/read-answer.ts";
import type { ApiDefinition, OperationDefinition } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { fillPath, pathNames } from "../request/fill-path.ts";
import { serializeBody } from "../request/serialize-body.ts";
import { serializeQuery } from "../request/serialize-query.ts";
import { userAgentHeaders } from "../request/user-agent.ts";
import type { Method, TransportInit } from "../transport/transport.ts";

/** An operation, ready to be called: what follows from its definition alone. */
export interface Target extends CallSite {
  readonly definition: Omit<OperationDefinition, "resource" | "name">;
  readonly pathNames: readonly string[];
  readonly readAs: ReadAs;
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
export function operationsOf(api: ApiDefinition<unknown>): Operation[] {
  const common = userAgentHeaders();
  return Object.entries(api.operations).map(([operation, definition]) => {
    const { resource, name } = definition;
    const site = { label: `${resource}.${name}`, operation, apiVersion: api.version };
    return { resource, name, target: makeTarget(site, definition, common) };
  });
}

/** The target of a raw path that the API version does not know; only its method tells whether it may be repeated. */
export function unknownTarget(api: ApiDefinition<unknown>, method: Method, path: string): Target {
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE";
  const site = { label: `${method} ${path}`, operation: undefined, apiVersion: api.version };
  return makeTarget(site, { method, path, retry: isRead ? "read" : "unsafe" }, userAgentHeaders());
}

function makeTarget(site: CallSite, definition: Target["definition"], common: Target["headers"]): Target {
  const { path, body, answer = "json", mediaType = body === "form" ? FORM : undefined } = definition;
  return {
    ...site,
    definition,
    pathNames: pathNames(path),
    readAs: answer,
    headers: {
      ...common,
      accept: answer === "json" ? "application/json" : "*/*",
      ...(mediaType !== undefined && { "content-type": mediaType }),
    },
    serializers: {
      pathSerializer: (template, values) => fillPath(template, values, site),
      querySerializer: (query) => serializeQuery(query, site),
      bodySerializer: (value) => serializeBody(value, body),
    },
  };
}

const FORM = "application/x-www-form-urlencoded";
