import { readApi } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { checkContract } from "./check-contract.ts";
import { dropExternalExamples } from "./drop-external-examples.ts";

const FAR = { externalValue: "https://elsewhere.example/a.json" };
const NEAR = { value: { name: "a" } };

test("examples that lie elsewhere go, shared ones with every reference to them, and all others stay", () => {
  const examples = { far: FAR, near: NEAR, shared: { $ref: "#/components/examples/Far" } };
  const content = { "application/json": { schema: {}, examples } };
  const paths = {
    "/thing": { get: { operationId: "thing_list", responses: { "200": { description: "", content } } } },
  };
  const { document, dropped } = dropExternalExamples(smallDocument(paths, { examples: { Far: FAR, Near: NEAR } }));

  const media = "#/paths/~1thing/get/responses/200/content/application~1json/examples";
  expect(dropped).toEqual([`${media}/far`, `${media}/shared`, "#/components/examples/Far"]);
  const [operation] = readApi(document).operations;
  expect([...(operation?.responses.get("200")?.content.get("application/json")?.examples.keys() ?? [])]).toEqual([
    "near",
  ]);
  expect(() => checkContract(document)).not.toThrow();
});

test("properties and examples of schemas with these names are data", () => {
  const schema = {
    properties: { examples: { type: "object", properties: { externalValue: { type: "string" } } } },
    examples: [FAR],
  };
  const document = smallDocument({ "/thing": { get: answering(schema) } });

  expect(dropExternalExamples(document)).toEqual({ document, dropped: [] });
});
