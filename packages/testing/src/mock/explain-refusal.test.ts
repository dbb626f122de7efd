import { v2_2 } from "@nectar-sdk/api-v2.2";
import { apis } from "@nectar-sdk/versions";
import { expect, test } from "vitest";
import type { Operation } from "../document/api-document.ts";
import { loadDocument } from "../document/load-document.ts";
import { jsonAnswer, objectBody } from "./answer.ts";
import { explainRefusal } from "./explain-refusal.ts";

const violations = JSON.stringify([{ location: ["request", "body"], message: "Request body must be object" }]);

test.each(apis)("a refusal of any operation of $version follows the schema of its status", (api) => {
  const document = loadDocument(api);
  for (const operation of document.operations.values()) {
    const answer = jsonAnswer("prism", 400, { detail: "unrelated" }, { "sl-violations": violations });
    const body = objectBody(explainRefusal(document, operation, answer));
    expect(body?.["detail"]).toBe("Request body must be object.");
    const schema = operation.answers.get("400")?.content.get("application/json")?.schema ?? false;
    expect(document.validate(schema, body ?? null)).toEqual([]);
  }
});

test("what the schema of errors wants beside the detail is there as well", () => {
  const document = loadDocument(v2_2);
  const [first] = document.operations.values();
  if (first === undefined) throw new Error("v2.2 has no operation");
  const schema = {
    type: "object",
    required: ["detail", "code"],
    properties: { detail: { type: "string" }, code: { type: "string", enum: ["invalid"] } },
    additionalProperties: false,
  };
  const content = new Map([["application/json", { schema, examples: new Map() }]]);
  const operation: Operation = {
    ...first,
    answers: new Map([["400", { description: "", content, headers: new Map() }]]),
  };
  const answer = jsonAnswer("prism", 400, {}, { "sl-violations": violations });
  expect(objectBody(explainRefusal(document, operation, answer))).toEqual({
    detail: "Request body must be object.",
    code: "invalid",
  });
});
