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
