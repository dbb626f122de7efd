import { join } from "node:path";

/** Each file of the matrix writes its coverage here, for the summary at the end. */
export const COVERAGE_FOLDER: string = join(import.meta.dirname, "../../reports/coverage");
