export { createRandom, findSample, type Random, type SampleOptions, sample } from "@nectar-sdk/openapi/schema";
export { loadDocument } from "./document/load-document.ts";
export type { ApiDocument, Operation, OperationFacts, VersionFacts } from "./document/read-document.ts";
export { findNullableFields, findSeenNulls, type SeenNulls, sampleNullVariants } from "./sample/null-variants.ts";
