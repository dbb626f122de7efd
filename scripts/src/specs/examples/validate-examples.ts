import type { JsonObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { billProblems } from "./bill-arithmetic.ts";
import { collectExampleSets, type Example, type ExampleSet, labelExample } from "./collect-examples.ts";
import { identityProblems } from "./identity.ts";
import { pageProblems } from "./page-sets.ts";

/** Every problem of the examples of an effective document; empty when they are complete, valid and consistent. */
export function validateExamples(document: JsonObject): string[] {
  const sets = collectExampleSets(document);
  const check = createExampleCheck(document);
  return [
    ...missingExamples(sets),
    ...sets.flatMap(({ examples }) => examples.flatMap(check)),
    ...pageProblems(sets),
    ...identityProblems(sets),
  ];
}

/** The check of one example by itself: its schema, properties that the schema does not declare, sums. */
export function createExampleCheck(document: JsonObject): (example: Example) => string[] {
  const validate = createSchemaValidator(document, { strict: true });
  return (example) => {
    const problems = [
      ...validate(example.schema, example.value).map(({ at, message }) => `${at || "/"} ${message}`),
      ...findUndeclaredProperties(document, example.schema, example.value).map((at) => `${at} is not declared`),
      ...billProblems(example.value),
    ];
    return problems.map((problem) => `${labelExample(example)}: ${problem}`);
  };
}

/** Request bodies, answers and webhook payloads without any example. */
export function missingExamples(sets: readonly ExampleSet[]): string[] {
  const empty = sets.filter(({ examples }) => examples.length === 0);
  return empty.map(({ operationId, place, detail }) =>
    `${operationId} ${place} ${detail}`.trimEnd().concat(": no example"),
  );
}
