import { isObject, type Json, type JsonObject } from "../../src/document/json.ts";
import { lookUp } from "../../src/document/pointer.ts";
import {
  type Normalised,
  type NormaliseOptions,
  normaliseDocument,
  RULE_NAMES,
  type RuleName,
} from "../../src/normalise/normalise-document.ts";

/** Applies a single rule to a document. */
export function normaliseWith(rule: RuleName, document: JsonObject, options?: NormaliseOptions): Normalised {
  const others = RULE_NAMES.filter((name) => name !== rule).map((name) => [name, false] as const);
  return normaliseDocument(document, Object.fromEntries(others), options);
}

/** A document in which `GET /thing` returns a component `Thing` and `POST /thing` takes one called `Request`. */
export function documentWith(schemas: JsonObject, rest: JsonObject = {}): JsonObject {
  const content = (name: string): JsonObject => ({
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/thing": {
        get: { responses: { "200": { description: "", content: content("Thing") } } },
        post: { requestBody: { content: content("Request") }, responses: { "204": { description: "" } } },
      },
    },
    components: { schemas },
    ...rest,
  };
}

/** The component `Thing` after a single rule. */
export function normaliseThing(rule: RuleName, thing: Json, others: JsonObject = {}, openapi = "3.1.0"): Json {
  const { document } = normaliseWith(rule, documentWith({ Thing: thing, ...others }, { openapi }));
  return lookUp(document, "#/components/schemas/Thing") ?? null;
}

/** Returns the object at a pointer, or throws. */
export function objectAtPointer(document: JsonObject, pointer: string): JsonObject {
  const found = lookUp(document, pointer);
  if (isObject(found)) return found;
  throw new Error(`${pointer}: expected an object`);
}
