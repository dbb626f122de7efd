import type { JsonObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { checkBills } from "./bill-arithmetic.ts";
import { collectExampleSets, type Example, type ExampleSet, labelExample } from "./collect-examples.ts";
import { checkIdentities } from "./identity.ts";
import { checkPages } from "./page-sets.ts";

/** Returns every problem of the examples of an effective document; empty when they are complete, valid and consistent. */
export function validateExamples(document: JsonObject): string[] {
  const sets = collectExampleSets(document);
  const check = createExampleCheck(document);
  return [
    ...checkMissingExamples(sets),
    ...sets.flatMap(({ examples }) => examples.flatMap(check)),
    ...checkPages(sets.filter(({ examples }) => !examples.some(({ isGenerated }) => isGenerated))),
    ...checkIdentities(sets),
  ];
}

/** Creates the check of a single example: schema, undeclared properties, sums. */
export function createExampleCheck(document: JsonObject): (example: Example) => string[] {
  const validate = createSchemaValidator(document, { strict: true });
  return (example) => {
    const problems = [
      ...validate(example.schema, example.value).map(({ at, message }) => `${at || "/"} ${message}`),
      ...findUndeclaredProperties(document, example.schema, example.value).map((at) => `${at} is not declared`),
      ...(example.isGenerated ? [] : checkBills(example.value)),
    ];
    return problems.map((problem) => `${labelExample(example)}: ${problem}`);
  };
}

/** Lists request bodies, responses and webhook payloads without any example. */
export function checkMissingExamples(sets: readonly ExampleSet[]): string[] {
  const empty = sets.filter(({ examples }) => examples.length === 0);
  return empty.map(({ operationId, place, detail }) =>
    `${operationId} ${place} ${detail}`.trimEnd().concat(": no example"),
  );
}
