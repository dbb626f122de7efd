import { expect, test } from "vitest";
import { canRetry } from "./can-retry.ts";

const statuses = [undefined, ...Array.from({ length: 200 }, (_, index) => 400 + index)];

test.each(["read", "idempotent"] as const)(
  "%s operations are retried without a response or after a temporary failure",
  (retry) => {
    expect(statuses.filter((status) => canRetry(retry, status))).toEqual([undefined, 408, 429, 500, 502, 503, 504]);
  },
);

test("unsafe operations are retried only after 429", () => {
  expect(statuses.filter((status) => canRetry("unsafe", status))).toEqual([429]);
});
