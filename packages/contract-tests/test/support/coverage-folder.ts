import { join } from "node:path";

/** Where each file of the matrix leaves its coverage, for the line that is printed in the end. */
export const COVERAGE_FOLDER: string = join(import.meta.dirname, "../../reports/coverage");
