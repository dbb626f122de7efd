import { expect, test } from "vitest";
import { matchPath, readPathParameters, replacePathParameters, toTemplateForm } from "./path-template.ts";

test("the parameters of a template are read in order, without empty names", () => {
  expect(readPathParameters("/a/{b}/c-{d}.{e}/{}")).toEqual(["b", "d", "e"]);
});

test("parameters are replaced by name or position", () => {
  expect(replacePathParameters("/a/{b}/{c}", (name, index) => `${name}${index}`)).toBe("/a/b0/c1");
});

test("templates that differ only in parameter names have the same form", () => {
  expect(toTemplateForm("/site/{id}/meter")).toBe(toTemplateForm("/site/{site_id}/meter"));
});

test("an operation is found by method and path; an unknown method lists the known ones", () => {
  const operations = ["GET", "HEAD"].map((method) => ({ method, path: "/site/{id}" }));

  expect(matchPath(operations, "HEAD", "/site/a%20b")).toEqual({
    operation: operations[1],
    parameters: { id: "a b" },
  });
  expect(matchPath(operations, "PUT", "/site/1")).toEqual({ allowed: ["GET", "HEAD"] });
  expect(matchPath(operations, "GET", "/site/")).toBeUndefined();
});
