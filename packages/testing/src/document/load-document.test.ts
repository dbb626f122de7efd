import { v0_3 } from "@nectar-sdk/api-v0.3";
import type { ApiContent } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { apis } from "../../test/support/versions.ts";
import { loadDocument } from "./load-document.ts";

describe.each(apis)("the document of $version", (api) => {
  const document = loadDocument(api);

  test("has every operation of the version package", () => {
    const names = [...document.operations.values()].map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(api.operations).toSorted());
    expect(document.operations.get("documents.listByCompany")).toMatchObject({
      name: "documents.listByCompany",
      method: "GET",
      path: "/document/company/{company_id}",
      isSecured: true,
      page: { items: "documents", total: "totalDocuments" },
    });
  });

  test("validates its own examples, and refuses one of another operation", () => {
    const contents = [...document.operations.values()].flatMap(({ body, responses }) => [
      ...(body?.content.values() ?? []),
      ...[...responses.values()].flatMap(({ content }) => [...content.values()]),
    ]);
    const problems = ({ schema, examples }: ApiContent) =>
      [...examples.values()].flatMap((value) => document.validate(schema, value));
    expect(contents.length).toBeGreaterThan(document.operations.size);
    expect(contents.flatMap(problems)).toEqual([]);
    const schema = document.operations
      .get("jobs.retrieve")
      ?.responses.get("200")
      ?.content.get("application/json")?.schema;
    expect(document.validate(schema ?? true, { id: 7 })).toEqual([
      { at: "", message: "must have required property 'status'" },
      { at: "/id", message: "must be string" },
    ]);
  });

  test("is read once", () => {
    expect(loadDocument(api)).toBe(document);
  });
});

test("a version whose package is not installed says what to install", () => {
  expect(() => loadDocument({ version: "v9.9", baseUrl: "https://example.com/v9.9", operations: {} })).toThrow(
    "@nectar-sdk/api-v9.9 is not installed: npm install --save-dev @nectar-sdk/api-v9.9",
  );
});

test("a version value of another release than the installed document is refused", () => {
  const { "ping.retrieve": _, ...operations } = v0_3.operations;
  expect(() => loadDocument({ ...v0_3, operations })).toThrow(
    "the OpenAPI document of v0.3 and the version that was passed in disagree about GET /ping: two releases of @nectar-sdk/api-v0.3 are installed; keep one",
  );
});
