import ts from "#typescript";

/**
 * The compiler with the classic API, TypeScript 6. It is ours and not the one of the project: TypeScript 7 has no such API, and older
 * versions differ. It is packed with this package, since as a dependency it would replace the command `tsc` of the project.
 */
export { ts };
