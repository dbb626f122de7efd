import ts from "@typescript/typescript6";

/**
 * The compiler with the classic API. It is ours and not the one of the project: TypeScript 7 has no such API, and older versions differ.
 * Only this file imports it.
 */
export { ts };
