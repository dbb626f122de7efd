import { type JsonObject, stringIn } from "@nectar-sdk/openapi/document";

const KEY = "x-no-example";

/** Marks a body, response or parameter that has no example, since no value was found that its schema accepts. */
export const NO_EXAMPLE: JsonObject = { [KEY]: "no value was found that the schema accepts" };

/** Why a body, response or parameter has no example; undefined if it should have one. */
export function readNoExample(holder: JsonObject): string | undefined {
  return stringIn(holder, KEY);
}
