import { V2_2 } from "../src/apis.ts";
import { testMatrix } from "./support/test-matrix.ts";

testMatrix(V2_2);
