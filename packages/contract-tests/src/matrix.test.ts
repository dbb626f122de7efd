import { v2_2 } from "@nectar-sdk/api-v2.2";
import { type ApiDocument, createRandom, loadDocument, type Operation } from "@nectar-sdk/testing/document";
import { expect, test } from "vitest";
import { casesOf } from "./matrix.ts";
import { renameEnumValue, renameField, renamePath } from "./mutations.ts";
import { negativesOf } from "./negatives.ts";

const document = loadDocument(v2_2);

function operation(id: string): Operation {
  const found = document.operations.get(id);
  if (found === undefined) throw new Error(`${id} is unknown`);
  return found;
}

test("an operation has a case for each example of each declared answer, and for each way to call it", () => {
  const names = casesOf(document, operation("document_company_retrieve")).map(({ name }) => name);
  expect(names).toEqual([
    "documents.listByCompany 200 page1",
    "documents.listByCompany 200 page2",
    "documents.listByCompany 200 page3",
    "documents.listByCompany 400 badRequest",
    "documents.listByCompany 400 fieldErrors",
    "documents.listByCompany 401 unauthorized",
    "documents.listByCompany 403 forbidden",
    "documents.listByCompany 404 notFound",
    "documents.listByCompany 429 tooManyRequests",
    "documents.listByCompany with every query parameter 200 page1",
  ]);
});

test("an answer without a body is a case as well", () => {
  const [first] = casesOf(document, operation("site_destroy"));
  expect(first).toMatchObject({ name: "sites.delete 204", status: 204, example: undefined, expected: undefined });
});

test("the bodies of a write hold each nullable field as null and as a value", () => {
  const bodies = casesOf(document, operation("company_create"))
    .filter(({ request }) => request.name.startsWith("with generated body"))
    .map(({ request }) => request.body);
  expect(bodies.length).toBeGreaterThan(1);
  expect(JSON.stringify(bodies)).toContain(":null");
});

test.each([
  [
    "a path parameter",
    {
      parameters: [
        {
          name: "id",
          in: "path" as const,
          required: true,
          schema: {},
          isRepeated: false,
          example: undefined,
          examples: new Map(),
          object: {},
          node: {},
        },
      ],
    },
    "the path parameter id has no example",
  ],
  [
    "a body",
    {
      body: {
        required: true,
        description: "",
        content: new Map([["application/json", { schema: {}, examples: new Map() }]]),
      },
    },
    "the body has no example",
  ],
  [
    "an answer",
    {
      responses: new Map([
        [
          "200",
          {
            description: "",
            headers: new Map(),
            content: new Map([["application/json", { schema: {}, examples: new Map() }]]),
          },
        ],
      ]),
    },
    "200: no example",
  ],
  ["a success", { responses: new Map() }, "declares no success"],
])("a new operation whose examples lack %s fails the suite and says so", (_, change, message) => {
  expect(() => casesOf(document, { ...operation("ping_retrieve"), ...change })).toThrow(message);
});

test("every kind of rule of an operation is broken once", () => {
  const names = (id: string): string[] =>
    negativesOf(document, operation(id)).map(({ name }) => name.replace(`${id}: `, ""));
  expect(names("ping_retrieve")).toEqual(["no key"]);
  expect(names("document_company_retrieve")).toEqual([
    "no key",
    "a bad format of company_id",
    "a wrong item of datasourceType",
    "a wrong enum value of dateType",
    "a bad format of endDate",
    "a wrong type of isDeleted",
    "a wrong type of page",
    "a bad format of startDate",
  ]);
  expect(names("job_company_create")).toEqual([
    "no key",
    "a bad format of company_id",
    "no body",
    "no document in the body",
  ]);
});

test.each([renameField, renamePath, renameEnumValue])(
  "$name changes one thing, the same for the same seed",
  (mutate) => {
    const of = (subject: ApiDocument, seed: number) => mutate(subject, createRandom(seed));
    expect(of(document, 1)).toEqual(of(document, 1));
    expect(of(document, 1).json).not.toEqual(document.json);
    expect(JSON.stringify(document.json)).not.toMatch(/renamed/i);
  },
);
