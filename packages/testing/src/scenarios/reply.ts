import { validateHeaderName, validateHeaderValue } from "node:http";
import { createJsonResponse } from "../response/mock-response.ts";
import { findOperation, requireTimes, requireValid } from "./check-options.ts";
import { limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";
import { toJson } from "./to-json.ts";

export interface ReplyOptions {
  /** How many requests are answered so; all of them where absent. */
  readonly times?: number | undefined;
  /** Headers to add to the response. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What an operation answers, once Prism has found nothing wrong with the request. */
export interface Reply {
  readonly operation: string;
  readonly status: number;
  readonly body: unknown;
  readonly options?: ReplyOptions | undefined;
}

const NAME = "reply";

/** Throws where the operation does not declare the status, or the body does not follow its schema. */
export function createReply<V extends string>(
  api: ScenarioApi<V>,
  { operation: id, status, body, options = {} }: Reply,
): Scenario<V> {
  const operation = findOperation(api.document, id);
  const declared = operation.responses.get(String(status));
  if (declared === undefined)
    throw new RangeError(
      `${NAME}: ${id} does not declare ${status}; it declares ${[...operation.responses.keys()].join(", ")}`,
    );
  const content = declared.content.get("application/json");
  const what = `${NAME}: the body of ${status} of ${id}`;
  if (content === undefined && body !== undefined) throw new TypeError(`${what} has to be left out: it has none`);
  if (content !== undefined && body === undefined) throw new TypeError(`${what} is missing: pass it after the status`);
  const json = body === undefined ? undefined : toJson(body);
  if (content !== undefined && json !== undefined) requireValid(what, api.document.validate(content.schema, json));
  const response = createJsonResponse(NAME, status, json, readHeaders(options.headers ?? {}));
  const times = requireTimes(NAME, options.times ?? Number.POSITIVE_INFINITY);
  return limitScenario({ ...api, name: NAME, times, operation: id, checked: true, act: () => response });
}

/** Headers that Node would refuse are refused here, and not when a request comes. */
function readHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}
