export { loadDocument } from "./document/load-document.ts";
export type { ApiDocument, Operation, OperationNames, VersionFacts } from "./document/read-document.ts";
export { findNullableFields, findSeenNulls, type SeenNulls, sampleNullVariants } from "./sample/null-variants.ts";
export { createRandom, type Random } from "./sample/random.ts";
export { type SampleOptions, sample } from "./sample/sample.ts";
