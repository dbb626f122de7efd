import type { JsonObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, undeclaredProperties } from "@nectar-sdk/openapi/schema";
import { billProblems } from "./bill-arithmetic.ts";
import { collectSlots, type Example, nameOf, type Slot } from "./collect-examples.ts";
import { identityProblems } from "./identity.ts";
import { pageProblems } from "./page-sets.ts";

/** Every problem of the examples of an effective document; empty when they are complete, valid and consistent. */
export function validateExamples(document: JsonObject): string[] {
  const slots = collectSlots(document);
  const check = createExampleCheck(document);
  return [
    ...missingExamples(slots),
    ...slots.flatMap(({ examples }) => examples.flatMap(check)),
    ...pageProblems(slots),
    ...identityProblems(slots),
  ];
}

/** The check of one example by itself: its schema, properties that the schema does not declare, sums. */
export function createExampleCheck(document: JsonObject): (example: Example) => string[] {
  const validate = createSchemaValidator(document);
  return (example) => {
    const problems = [
      ...validate(example.schema, example.value),
      ...undeclaredProperties(document, example.schema, example.value).map((at) => `${at} is not declared`),
      ...billProblems(example.value),
    ];
    return problems.map((problem) => `${nameOf(example)}: ${problem}`);
  };
}

/** Request bodies, answers and webhook payloads without any example. */
export function missingExamples(slots: readonly Slot[]): string[] {
  const empty = slots.filter(({ examples }) => examples.length === 0);
  return empty.map(({ operationId, place, detail }) =>
    `${operationId} ${place} ${detail}`.trimEnd().concat(": no example"),
  );
}
