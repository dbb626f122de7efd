import { VERSIONS } from "../src/apis.ts";
import { testMatrix } from "./support/test-matrix.ts";

for (const tested of VERSIONS) testMatrix(tested);
