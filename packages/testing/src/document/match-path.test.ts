import { v2_2 } from "@nectar-sdk/api-v2.2";
import { matchPath } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { loadDocument } from "./load-document.ts";

const document = loadDocument(v2_2);
const found = (method: string, path: string): string | readonly string[] | undefined => {
  const match = matchPath(document.operations.values(), method, path);
  return match === undefined ? undefined : "operation" in match ? match.operation.id : match.allowed;
};

test("every operation is found by its own path", () => {
  for (const { id, method, path } of document.operations.values())
    expect(found(method, path.replaceAll(/\{\w+\}/g, "1"))).toBe(id);
});

test("a literal segment takes precedence over a parameter", () => {
  expect(found("GET", "/connection/company/1")).toBe("connection_company_retrieve");
  expect(found("GET", "/connection/1/details")).toBe("connection_details_retrieve");
});

test("path parameters are decoded, except those with an invalid escape", () => {
  expect(matchPath(document.operations.values(), "GET", "/job/a%20b")).toMatchObject({ parameters: { job_id: "a b" } });
  expect(matchPath(document.operations.values(), "GET", "/job/a%2")).toMatchObject({ parameters: { job_id: "a%2" } });
});

test("a method that a path does not have returns the allowed ones", () => {
  expect(found("PUT", "/site/1")).toEqual(["GET", "DELETE", "PATCH"]);
});

test("an unknown path, an empty segment and an extra slash match no operation", () => {
  for (const path of ["/nothing", "/site/", "/site/1/", "//site/1", ""]) expect(found("GET", path)).toBeUndefined();
});
