import { expect, test } from "vitest";
import { documentWith, normaliseThing, normaliseWith, objectAtPointer } from "../../../test/support/normalise-with.ts";
import { isObject, type Json } from "../../document/json.ts";

/** A validator that knows one keyword. */
function isValid(value: Json, schema: Json): boolean {
  return !isObject(schema) || schema["type"] === undefined || schema["type"] === typeof value;
}

test("an example of a schema that breaks it is dropped with a note", () => {
  const document = documentWith({ Thing: { type: "string", examples: ["a", 5] } });
  const { document: normal, notes } = normaliseWith("brokenExamples", document, { isValid });

  expect(objectAtPointer(normal, "#/components/schemas/Thing")).toEqual({ type: "string", examples: ["a"] });
  expect(notes).toEqual([
    {
      rule: "brokenExamples",
      at: "#/components/schemas/Thing/examples/1",
      message: "dropped an example that breaks its own schema: 5",
    },
  ]);
});

test("examples of parameters and bodies are dropped one by one, shared ones too", () => {
  const schema = { type: "string" };
  const media = {
    schema,
    examples: {
      good: { value: "a" },
      bad: { value: 5 },
      shared: { $ref: "#/components/examples/Bad" },
      far: { externalValue: "a" },
    },
  };
  const operation = {
    parameters: [{ name: "q", in: "query", schema, example: 5 }],
    requestBody: { content: { "a/b": media } },
  };
  const document = { paths: { "/a": { post: operation } }, components: { examples: { Bad: { value: 5 } } } };

  const { document: normal, notes } = normaliseWith("brokenExamples", document, { isValid });

  expect(objectAtPointer(normal, "#/paths/~1a/post")).toEqual({
    parameters: [{ name: "q", in: "query", schema }],
    requestBody: { content: { "a/b": { schema, examples: { good: { value: "a" }, far: { externalValue: "a" } } } } },
  });
  expect(notes.map(({ at }) => at)).toEqual([
    "#/paths/~1a/post/parameters/0/example",
    "#/paths/~1a/post/requestBody/content/a~1b/examples/bad",
    "#/paths/~1a/post/requestBody/content/a~1b/examples/shared",
  ]);
});

test("without a validator, and with one that gives up, every example stays", () => {
  const document = documentWith({ Thing: { type: "string", examples: [5] } });
  const giveUp = () => {
    throw new Error("circular");
  };

  expect(normaliseWith("brokenExamples", document).document).toEqual(document);
  expect(normaliseWith("brokenExamples", document, { isValid: giveUp }).document).toEqual(document);
});

test("the last broken example goes with its keyword", () => {
  const document = documentWith({ Thing: { type: "string", examples: [5] } });
  const { document: normal } = normaliseWith("brokenExamples", document, { isValid });

  expect(objectAtPointer(normal, "#/components/schemas/Thing")).toEqual(normaliseThing("order", { type: "string" }));
});
