import { STATUS_CODES } from "node:http";
import type { Operation } from "../document/api-document.ts";
import type { Json } from "../document/json.ts";
import { type Answer, jsonAnswer } from "./mock-response.ts";

/** An error as the operation declares it, or with a `detail` where it does not. */
export function failure(by: string, operation: Operation, status: number, headers: Answer["headers"] = {}): Answer {
  const declared = operation.answers
    .get(String(status))
    ?.content.get("application/json")
    ?.examples.values()
    .next().value;
  const body: Json = declared ?? { detail: STATUS_CODES[status] ?? "Error" };
  return jsonAnswer(by, status, body, headers);
}
