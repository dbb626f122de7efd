export * from "./schema/resolve-ref.ts";
export * from "./schema/schema-validator.ts";
export * from "./schema/undeclared-properties.ts";
export * from "./schema/sample/random.ts";
export { type SampleOptions, sample } from "./schema/sample/sample.ts";
