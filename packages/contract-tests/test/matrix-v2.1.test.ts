import { V2_1 } from "../src/apis.ts";
import { testMatrix } from "./support/test-matrix.ts";

testMatrix(V2_1);
