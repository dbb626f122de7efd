import type { Lint } from "../../src/codegen/check-specs.ts";

/** A linter without findings, for tests of the later steps: the real one takes a second for each document. */
export const unlinted: Lint = async () => [];
