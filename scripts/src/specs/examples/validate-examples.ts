import type { JsonObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, findUndeclaredProperties, type SchemaValidator } from "@nectar-sdk/openapi/schema";
import { messageOf } from "../../shared/command-line.ts";
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

/** Lists the places that have no example, since no value was found that their schemas accept. */
export function listPlacesWithoutExample(document: JsonObject): string[] {
  return collectExampleSets(document)
    .filter(({ examples }) => examples.length === 0)
    .flatMap((set) => (set.reason === undefined ? [] : [`${labelSet(set)}: no example: ${set.reason}`]));
}

/** Creates the check of a single example: schema, undeclared properties, sums. */
export function createExampleCheck(document: JsonObject): (example: Example) => string[] {
  const validate = createSchemaValidator(document);
  return (example) => findFaults(document, example, validate).map((problem) => `${labelExample(example)}: ${problem}`);
}

function findFaults(document: JsonObject, example: Example, validate: SchemaValidator): string[] {
  const { schema, value, isGenerated, isWhollyGenerated } = example;
  try {
    return [
      ...validate(schema, value).map(({ at, message }) => `${at || "/"} ${message}`),
      // A schema may require properties that it does not declare.
      ...(isWhollyGenerated ? [] : findUndeclaredProperties(document, schema, value)).map(
        (at) => `${at} is not declared`,
      ),
      ...(isGenerated ? [] : checkBills(value)),
    ];
  } catch (cause) {
    return [`its schema cannot be read: ${messageOf(cause)}`];
  }
}

/** Lists request bodies, responses and webhook payloads that should have an example and have none. */
export function checkMissingExamples(sets: readonly ExampleSet[]): string[] {
  const empty = sets.filter(({ examples, reason }) => examples.length === 0 && reason === undefined);
  return empty.map((set) => `${labelSet(set)}: no example`);
}

function labelSet({ operationId, place, detail }: ExampleSet): string {
  return `${operationId} ${place} ${detail}`.trimEnd();
}
