import { v2_2 } from "@nectar-sdk/api-v2.2";
import { apis } from "@nectar-sdk/versions";
import { expect, test } from "vitest";
import { loadDocument } from "../document/load-document.ts";
import type { Operation } from "../document/read-document.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { createJsonResponse, readObjectBody } from "./mock-response.ts";

const violations = JSON.stringify([{ location: ["request", "body"], message: "Request body must be object" }]);

test.each(apis)("an explained refusal of every operation of $version follows the schema of its status", (api) => {
  const document = loadDocument(api);
  for (const operation of document.operations.values()) {
    const response = createJsonResponse("prism", 400, { detail: "unrelated" }, { "sl-violations": violations });
    const body = readObjectBody(explainRefusal(document, operation, response));
    expect(body?.["detail"]).toBe("Request body must be object.");
    const schema = operation.responses.get("400")?.content.get("application/json")?.schema ?? false;
    expect(document.validate(schema, body ?? null)).toEqual([]);
  }
});

test("the body contains the other required properties of the error schema", () => {
  const document = loadDocument(v2_2);
  const [first] = document.operations.values();
  if (first === undefined) throw new Error("v2.2 has no operation");
  const schema = {
    type: "object",
    required: ["detail", "code"],
    properties: { detail: { type: "string" }, code: { type: "string", enum: ["invalid"] } },
    additionalProperties: false,
  };
  const content = new Map([["application/json", { schema, examples: new Map(), object: {} }]]);
  const operation: Operation = {
    ...first,
    responses: new Map([["400", { description: "", content, headers: new Map() }]]),
  };
  const response = createJsonResponse("prism", 400, {}, { "sl-violations": violations });
  expect(readObjectBody(explainRefusal(document, operation, response))).toEqual({
    detail: "Request body must be object.",
    code: "invalid",
  });
});
