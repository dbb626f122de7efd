import { expect, test } from "vitest";
import { documentWith, normaliseWith } from "../../../test/support/normalise-with.ts";

test.each(["", "  \n"])("a description that is %j goes from schemas, operations and all else", (description) => {
  const blank = documentWith(
    { Thing: { type: "object", description, properties: { description: { type: "string", description } } } },
    { info: { title: "T", version: "1", description }, tags: [{ name: "a", description }] },
  );
  const plain = documentWith(
    { Thing: { type: "object", properties: { description: { type: "string" } } } },
    { info: { title: "T", version: "1" }, tags: [{ name: "a" }] },
  );

  expect(normaliseWith("emptyDescriptions", blank).document).toEqual(plain);
});

test("a response, which must have one, has an empty one", () => {
  const withResponses = (responses: object) => ({ paths: { "/a": { get: { responses: { ...responses } } } } });

  expect(
    normaliseWith(
      "emptyDescriptions",
      withResponses({ "200": {}, "400": { description: " " }, "500": { $ref: "#/a" } }),
    ).document,
  ).toEqual(withResponses({ "200": { description: "" }, "400": { description: "" }, "500": { $ref: "#/a" } }));
});

test("a description with words stays, and so does one in an example", () => {
  const document = documentWith({
    Thing: { description: " a ", examples: [{ description: "" }], default: { description: "" } },
  });

  expect(normaliseWith("emptyDescriptions", document).document).toEqual(document);
});
