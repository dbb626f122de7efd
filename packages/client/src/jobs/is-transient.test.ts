import { expect, test } from "vitest";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { isTransient } from "./is-transient.ts";

const createRefusal = (status: number) => createApiError({ status, body: undefined, headers: new Headers() }, {});

test.each([408, 429, 500, 502, 503, 504, 599])("an error with status %d is temporary", (status) => {
  expect(isTransient(createRefusal(status))).toBe(true);
});

test.each([400, 401, 403, 404, 409, 422])("an error with status %d is permanent", (status) => {
  expect(isTransient(createRefusal(status))).toBe(false);
});

test("a lost connection and a timeout are temporary", () => {
  expect(isTransient(new NectarConnectionError("unreachable", "https://nectar.example"))).toBe(true);
  expect(isTransient(new NectarTimeoutError({ pending: "no response", milliseconds: 1, state: undefined }))).toBe(true);
});

test("aborts, invalid arguments, unexpected content and foreign errors are permanent", () => {
  const content = { status: 503, contentType: "text/html", preview: "" };
  for (const error of [
    new NectarAbortError(),
    new NectarValidationError("empty"),
    new UnexpectedContentError("JSON", content),
    new TypeError("a bug"),
    undefined,
  ])
    expect(isTransient(error)).toBe(false);
});
