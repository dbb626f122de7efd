import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, createSchemaValidator, findSample } from "../src/schema.ts";
import { SCHEMAS, satisfiableSchemas } from "./support/arbitrary-schema.ts";

const DOCUMENT = { components: { schemas: SCHEMAS } };

test("a valid value is found for every schema that has one, the same for the same seed", () => {
  fc.assert(
    fc.property(satisfiableSchemas, fc.nat(), (schema, seed) => {
      const validate = createSchemaValidator(DOCUMENT);
      const find = () => findSample(DOCUMENT, schema, { random: createRandom(seed) }, validate);

      const value = find();

      expect(value).toBeDefined();
      expect(validate(schema, value ?? null)).toEqual([]);
      expect(find()).toEqual(value);
    }),
    { numRuns: 60 },
  );
});
