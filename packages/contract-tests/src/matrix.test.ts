import { v0_3 } from "@nectar-sdk/api-v0.3";
import { type ApiDocument, createRandom, loadDocument, type Operation } from "@nectar-sdk/testing/document";
import { expect, test } from "vitest";
import { listCases } from "./matrix.ts";
import { renameEnumValue, renameField, renamePath } from "./mutations.ts";
import { listNegatives } from "./negatives.ts";

const document = loadDocument(v0_3);

function operation(name: string): Operation {
  const found = [...document.operations.values()].find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`${name} is unknown`);
  return found;
}

test("an operation has a case for each example of each declared response, and for each valid call", () => {
  const names = listCases(document, operation("documents.listByCompany")).map(({ name }) => name);
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

test("a response without a body is a case too", () => {
  const [first] = listCases(document, operation("sites.delete"));
  expect(first).toMatchObject({ name: "sites.delete 204", status: 204, example: undefined, expected: undefined });
});

test("the bodies of a write contain each nullable field as null and as a value", () => {
  const bodies = listCases(document, operation("companies.create"))
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
        content: new Map([["application/json", { schema: {}, examples: new Map(), object: {} }]]),
      },
    },
    "the body has no example",
  ],
  [
    "a response",
    {
      responses: new Map([
        [
          "200",
          {
            description: "",
            headers: new Map(),
            content: new Map([["application/json", { schema: {}, examples: new Map(), object: {} }]]),
          },
        ],
      ]),
    },
    "200: no example",
  ],
  ["a success", { responses: new Map() }, "declares no success"],
])("a new operation whose examples lack %s fails the suite with the reason", (_, change, message) => {
  expect(() => listCases(document, { ...operation("ping.retrieve"), ...change })).toThrow(message);
});

test("every kind of rule of an operation is broken once", () => {
  const names = (method: string): string[] =>
    listNegatives(document, operation(method)).map(({ name }) => name.replace(`${method}: `, ""));
  expect(names("ping.retrieve")).toEqual(["no key"]);
  expect(names("documents.listByCompany")).toEqual([
    "no key",
    "a bad format of company_id",
    "a wrong item of datasourceType",
    "a wrong enum value of dateType",
    "a bad format of endDate",
    "a wrong type of isDeleted",
    "a wrong type of page",
    "a bad format of startDate",
  ]);
  expect(names("jobs.submit")).toEqual(["no key", "a bad format of company_id", "no body", "no document in the body"]);
});

test.each([renameField, renamePath, renameEnumValue])(
  "$name makes one change, the same for the same seed",
  (mutate) => {
    const of = (subject: ApiDocument, seed: number) => mutate(subject, createRandom(seed));
    expect(of(document, 1)).toEqual(of(document, 1));
    expect(of(document, 1).json).not.toEqual(document.json);
    expect(JSON.stringify(document.json)).not.toMatch(/renamed/i);
  },
);
