import { findSuccess, findSuccessContent } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";
import type { MockResponse } from "../response/mock-response.ts";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

export interface MalformedOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /**
   * Kind of the broken body: the first half of the JSON, plain text with a JSON Content-Type, or an HTML page of a proxy.
   *
   * @default "truncated"
   */
  readonly kind?: "truncated" | "not-json" | "html" | undefined;
}

/** Creates a scenario that responds with an unreadable success. */
export function createMalformed<V extends string>(api: ScenarioApi<V>, options: MalformedOptions = {}): Scenario<V> {
  const { times = 1, operation, kind = "truncated" } = options;
  if (!["truncated", "not-json", "html"].includes(kind))
    throw new RangeError(`malformed: kind is ${String(kind)}: expected one of: truncated, not-json, html`);
  const name = "malformed";
  return limitScenario({
    ...api,
    name,
    times,
    operation,
    act: (exchange) => createBrokenResponse(name, exchange.operation, kind),
  });
}

function createBrokenResponse(by: string, operation: Operation, kind: "truncated" | "not-json" | "html"): MockResponse {
  const [declared = 200] = findSuccess(operation) ?? [];
  // A 204 has no body to break.
  const status = declared === 204 ? 200 : declared;
  const type = kind === "html" ? "text/html; charset=utf-8" : "application/json";
  return { status, headers: { "content-type": type }, body: Buffer.from(createBrokenText(operation, kind)), by };
}

function createBrokenText(operation: Operation, kind: "truncated" | "not-json" | "html"): string {
  if (kind === "html") return "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>";
  if (kind === "not-json") return "upstream connect error";
  const example = findSuccessContent(operation)?.examples.values().next().value ?? { detail: "truncated" };
  const text = JSON.stringify(example);
  return text.slice(0, Math.ceil(text.length / 2));
}
