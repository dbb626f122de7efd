import { V2_0 } from "../src/apis.ts";
import { testMatrix } from "./support/test-matrix.ts";

testMatrix(V2_0);
