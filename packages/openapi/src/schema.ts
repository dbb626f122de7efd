export * from "./schema/resolve-ref.ts";
export * from "./schema/schema-validator.ts";
export * from "./schema/undeclared-properties.ts";
