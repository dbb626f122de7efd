import { expect, test } from "vitest";
import { generate } from "../../../test/support/generate.ts";
import { pathParameters, smallDocument } from "../../../test/support/small-document.ts";

const DOCUMENT = smallDocument(
  {
    "/thing/{thing_id}": {
      patch: {
        operationId: "thing_update",
        tags: ["things"],
        summary: "Change a thing",
        description: "Absent fields do not change.",
        deprecated: true,
        externalDocs: { url: "https://docs.example/things#update" },
        parameters: [
          ...pathParameters("thing_id").map((parameter) => ({
            ...parameter,
            description: "The thing",
            schema: { type: "string", format: "uuid" },
          })),
          {
            name: "wait",
            in: "query",
            description: "Time to wait, in seconds.",
            schema: { type: "integer", default: 30 },
          },
        ],
        requestBody: {
          required: true,
          description: "The changes.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
        },
        responses: {
          "200": {
            description: "Done.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
          "404": { description: "None.", content: { "application/json": { schema: { type: "object" } } } },
        },
      },
    },
  },
  { schemas: { Thing: { type: "object" } } },
  { tags: [{ name: "things", description: "Things of all kinds." }] },
);

test("a method documents its effect, parameters, errors, link and deprecation", async () => {
  const files = await generate(DOCUMENT);
  expect(files.get("src/resources.ts")).toContain(`/** Things of all kinds. */
export interface ThingsResource {
  /**
   * Change a thing.
   *
   * Absent fields do not change.
   *
   * \`PATCH /thing/{thing_id}\`, operation \`thing_update\`.
   *
   * @param thingId The thing. Format: uuid.
   * @param body The changes.
   * @throws {NectarApiError} when the API refuses the call: 404.
   * @see https://docs.example/things#update
   * @deprecated
   */
  update(thingId: string, body: ThingsUpdateBody, query?: ThingsUpdateQuery, options?: CallOptions): ApiCall<Thing>;
}
`);
});

test("a query parameter documents its unit and default", async () => {
  const files = await generate(DOCUMENT);
  expect(files.get("src/schema.ts")).toContain(`export interface ThingsUpdateQuery {
  /**
   * Time to wait, in seconds.
   * @default 30
   */
  wait?: number | undefined;
}
`);
});
