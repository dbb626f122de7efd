export { allowsNull, removeNull } from "./schema/sample/branches.ts";
export { mergeSchema } from "./schema/sample/merge-schema.ts";
export { createRandom, type Random } from "./schema/sample/random.ts";
export { findSample, type SampleOptions, sample } from "./schema/sample/sample.ts";
export { createSchemaValidator, type SchemaProblem, type SchemaValidator } from "./schema/schema-validator.ts";
export {
  findUndeclaredProperties,
  listOwnedParts,
  listSchemaParts,
  type OwnedSchema,
  type SeenProperty,
  walkProperties,
} from "./schema/undeclared-properties.ts";
