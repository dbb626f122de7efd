import type { JsonObject } from "@nectar-sdk/openapi/document";
import type { Problem } from "../../codegen/problem.ts";
import { messageOf } from "../../shared/command-line.ts";
import { validateExamples } from "../examples/validate-examples.ts";

const EXAMPLE_FIX = "correct it in specs/overlays";

/** Checks the examples of an effective document. The mock server and the contract tests respond with them. */
export function checkExamples(document: JsonObject): Problem[] {
  try {
    return validateExamples(document).map((line) => {
      const [at = "", ...message] = line.split(": ");
      return { at, message: message.join(": "), fix: EXAMPLE_FIX };
    });
  } catch (cause) {
    return [{ at: "#", message: `the examples cannot be checked: ${messageOf(cause)}`, fix: EXAMPLE_FIX }];
  }
}
