import { expect, test } from "vitest";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { isTransient } from "./is-transient.ts";

const refused = (status: number) => apiErrorOf("refused", { status, body: undefined, headers: new Headers() }, {});

test.each([408, 429, 500, 502, 503, 504, 599])("%d may pass", (status) => {
  expect(isTransient(refused(status))).toBe(true);
});

test.each([400, 401, 403, 404, 409, 422])("%d stays", (status) => {
  expect(isTransient(refused(status))).toBe(false);
});

test("no answer may pass", () => {
  expect(isTransient(new NectarConnectionError("broken"))).toBe(true);
  expect(isTransient(new NectarTimeoutError("late", undefined))).toBe(true);
});

test("what the caller did, what cannot be right, and what is no error of this package stays", () => {
  const content = { status: 503, contentType: "text/html", preview: "" };
  for (const error of [
    new NectarAbortError("enough"),
    new NectarValidationError("empty"),
    new UnexpectedContentError("HTML", content),
    new TypeError("a bug"),
    undefined,
  ])
    expect(isTransient(error)).toBe(false);
});
