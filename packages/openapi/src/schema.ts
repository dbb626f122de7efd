export { createRandom, type Random } from "./schema/sample/random.ts";
export { allowsNull, mergeSchema, removeNull, type SampleOptions, sample } from "./schema/sample/sample.ts";
export {
  createSchemaValidator,
  type SchemaProblem,
  type SchemaValidator,
  type SchemaValidatorOptions,
} from "./schema/schema-validator.ts";
export {
  findUndeclaredProperties,
  listOwnedParts,
  listSchemaParts,
  type OwnedSchema,
  type SeenProperty,
  walkProperties,
} from "./schema/undeclared-properties.ts";
