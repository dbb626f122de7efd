import { validateHeaderName, validateHeaderValue } from "node:http";
import { createJsonResponse } from "../response/mock-response.ts";
import { findOperation, requireTimes, requireValid } from "./check-options.ts";
import { limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";
import { toJson } from "./to-json.ts";

export interface ReplyOptions {
  /**
   * Number of requests to handle.
   *
   * @default Infinity
   */
  readonly times?: number | undefined;
  /**
   * Headers to add to the response.
   *
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A response to requests that Prism accepts. */
export interface Reply {
  readonly operation: string;
  readonly status: number;
  readonly body: unknown;
  readonly options?: ReplyOptions | undefined;
}

const NAME = "reply";

/** Creates a scenario that responds with a declared status. Throws when status or body do not match the document. */
export function createReply<V extends string>(
  api: ScenarioApi<V>,
  { operation: name, status, body, options = {} }: Reply,
): Scenario<V> {
  const operation = findOperation(api.document, name);
  const declared = operation.responses.get(String(status));
  if (declared === undefined)
    throw new RangeError(
      `${NAME}: ${name} does not declare ${status}; it declares ${[...operation.responses.keys()].join(", ")}`,
    );
  const content = declared.content.get("application/json");
  const what = `${NAME}: the body of ${status} of ${name}`;
  if (content === undefined && body !== undefined)
    throw new TypeError(`${what} must be left out: the response has no body`);
  if (content !== undefined && body === undefined) throw new TypeError(`${what} is missing: pass it after the status`);
  const json = body === undefined ? undefined : toJson(body);
  if (content !== undefined && json !== undefined) requireValid(what, api.document.validate(content.schema, json));
  const response = createJsonResponse(NAME, status, json, readHeaders(options.headers ?? {}));
  const times = requireTimes(NAME, options.times ?? Number.POSITIVE_INFINITY);
  return limitScenario({ ...api, name: NAME, times, operation: name, checked: true, act: () => response });
}

/** Rejects invalid headers now instead of at the first request. */
function readHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}
