import { matchPath } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";

const document = readBikeHire("v0.2");
const found = (method: string, path: string): string | readonly string[] | undefined => {
  const match = matchPath(document.operations.values(), method, path);
  return match === undefined ? undefined : "operation" in match ? match.operation.name : match.allowed;
};

test("every operation is found by its own path", () => {
  for (const { name, method, path } of document.operations.values())
    expect(found(method, path.replaceAll(/\{\w+\}/g, "1"))).toBe(name);
});

test("a literal segment takes precedence over a parameter", () => {
  expect(found("GET", "/bike/station/1")).toBe("bikes.listByStation");
  expect(found("GET", "/bike/1/details")).toBe("bikes.retrieve");
});

test("path parameters are decoded, except those with an invalid escape", () => {
  expect(matchPath(document.operations.values(), "GET", "/import/a%20b")).toMatchObject({
    parameters: { job_id: "a b" },
  });
  expect(matchPath(document.operations.values(), "GET", "/import/a%2")).toMatchObject({
    parameters: { job_id: "a%2" },
  });
});

test("a method that a path does not have returns the allowed ones", () => {
  expect(found("PUT", "/station/1")).toEqual(["GET", "DELETE", "PATCH"]);
});

test("an unknown path, an empty segment and an extra slash match no operation", () => {
  for (const path of ["/nothing", "/station/", "/station/1/", "//station/1", ""])
    expect(found("GET", path)).toBeUndefined();
});
