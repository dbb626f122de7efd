import { type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import type { CallNames } from "../names/call-name.ts";
import type { Problem } from "../problem.ts";
import { checkEnvelopes } from "./check-envelopes.ts";
import { checkNames } from "./check-names.ts";
import { checkOperationIds } from "./check-operation-ids.ts";
import { checkOutside } from "./check-outside.ts";
import { checkPathParameters } from "./check-path-parameters.ts";
import { checkReferences } from "./check-references.ts";
import { checkSupported } from "./check-supported.ts";
import { checkVersion } from "./check-version.ts";

/** Later checks follow references, so a broken one would only cause false problems. */
const FOUNDATIONS = [checkVersion, checkOutside, checkReferences];

/** Checks everything that the generator relies on in an effective document and its names; empty when nothing is wrong. */
export function checkDocument(document: JsonObject, names: CallNames): Problem[] {
  for (const check of FOUNDATIONS) {
    const problems = check(document);
    if (problems.length > 0) return problems;
  }
  const api = readApi(document);
  return [
    ...checkOperationIds(api),
    ...checkPathParameters(api),
    ...checkEnvelopes(api),
    ...checkSupported(api),
    ...checkNames(api, names),
  ];
}
