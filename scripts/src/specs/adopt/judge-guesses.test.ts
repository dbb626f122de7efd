import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { smallDocument } from "../../../test/support/small-document.ts";
import { judgeGuesses } from "./judge-guesses.ts";

const answer = (schema: JsonObject, status = "200"): JsonObject => ({
  responses: { [status]: { description: "", content: { "application/json": { schema } } } },
});
const thing = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const guess = (schema: JsonObject): JsonObject => ({ ...schema, "x-evidence": "inferred" });

test("guesses are confirmed or refuted by the new document, and open if the operation is gone", () => {
  const before = smallDocument({
    "/thing/{thing_id}": {
      get: {
        "x-evidence": "assumed",
        parameters: [guess({ name: "thing_id", in: "path" }), guess({ name: "search", in: "query" })],
        ...answer(
          thing({
            name: guess({ type: "string" }),
            size: guess({ type: "number" }),
            colour: guess({ type: "string" }),
            seen: { type: "string", "x-evidence": "seen" },
          }),
        ),
      },
    },
    "/gone": { get: { "x-evidence": "assumed", parameters: [guess({ name: "page", in: "query" })], responses: {} } },
  });
  const properties = thing({ name: { type: ["string", "null"] }, size: { type: "string" } });
  const after = smallDocument({
    "/v2/thing/{id}/": { get: { parameters: [{ name: "id", in: "path" }], ...answer(properties) } },
  });

  expect(judgeGuesses({ version: "v2.0", before, after }, new Map())).toEqual({
    confirmed: ["GET /thing/{}", "GET /thing/{} path thing_id", "GET /thing/{} response 200 name"],
    refuted: [
      "GET /thing/{} query search",
      "GET /thing/{} response 200 size",
      "GET /thing/{} response 200 colour",
      "GET /gone",
    ],
    open: ["GET /gone query page"],
  });
});
