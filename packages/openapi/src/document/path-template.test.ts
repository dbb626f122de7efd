import { expect, test } from "vitest";
import {
  matchPath,
  readPathParameters,
  replacePathParameters,
  toOperationKey,
  toTemplateForm,
} from "./path-template.ts";

test("the parameters of a template are read in order, without empty names", () => {
  expect(readPathParameters("/a/{b}/c-{d}.{e}/{}")).toEqual(["b", "d", "e"]);
});

test("parameters are replaced by name or position", () => {
  expect(replacePathParameters("/a/{b}/{c}", (name, index) => `${name}${index}`)).toBe("/a/b0/c1");
});

test("templates that differ only in parameter names have the same form", () => {
  expect(toTemplateForm("/site/{id}/meter")).toBe(toTemplateForm("/site/{site_id}/meter"));
});

test.each([
  ["get", "/document/company/{company_id}"],
  ["GET", "/document/company/{id}/"],
  ["get", "/v2.1/document/company/{id}/"],
  ["get", "/api/v2/document/company/{}"],
])("%s %s has the key GET /document/company/{}", (method, path) => {
  expect(toOperationKey(method, path)).toBe("GET /document/company/{}");
});

test.each([
  ["/", "GET /"],
  ["/v2", "GET /"],
  ["/vehicles/", "GET /vehicles"],
  ["/v2ray", "GET /v2ray"],
  ["/site/v2/{id}", "GET /site/v2/{}"],
])("only the first segment of %s can be a version: the key is %s", (path, key) => {
  expect(toOperationKey("get", path)).toBe(key);
});

test("an operation is found by method and path; an unknown method lists the known ones", () => {
  const operations = ["GET", "HEAD"].map((method) => ({ method, path: "/site/{id}" }));

  expect(matchPath(operations, "HEAD", "/site/a%20b")).toEqual({
    operation: operations[1],
    parameters: { id: "a b" },
    items: { id: ["a b"] },
  });
  expect(matchPath(operations, "PUT", "/site/1")).toEqual({ allowed: ["GET", "HEAD"] });
  expect(matchPath(operations, "GET", "/site/")).toBeUndefined();
});

test("a value is split at its commas before it is decoded, so that an encoded comma is part of an item", () => {
  const operations = [{ method: "GET", path: "/site/{ids}/meter/{meter}" }];

  expect(matchPath(operations, "GET", "/site/a%2Cb,c%20d/meter/e+f")).toMatchObject({
    parameters: { ids: "a,b,c d", meter: "e+f" },
    items: { ids: ["a,b", "c d"], meter: ["e+f"] },
  });
});
