import { expect, test } from "vitest";
import { BIKE_HIRES, readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { Operation } from "../document/read-document.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { createJsonResponse, readObjectBody } from "./mock-response.ts";

const violations = JSON.stringify([{ location: ["request", "body"], message: "Request body must be object" }]);

test.each(BIKE_HIRES)(
  "an explained refusal of every operation of $version follows the schema of its status",
  (document) => {
    for (const operation of document.operations.values()) {
      const response = createJsonResponse("prism", 400, { detail: "unrelated" }, { "sl-violations": violations });
      const body = readObjectBody(explainRefusal(document, operation, response));
      expect(body?.["detail"]).toBe("Request body must be object.");
      const schema = operation.responses.get("400")?.content.get("application/json")?.schema ?? false;
      expect(document.validate(schema, body ?? null)).toEqual([]);
    }
  },
);

test("the body contains the other required properties of the error schema", () => {
  const document = readBikeHire("v0.2");
  const [first] = document.operations.values();
  if (first === undefined) throw new Error("the fixture has no operation");
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
