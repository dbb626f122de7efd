import { isObject, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { checkRepeatedIds } from "../../codegen/check/check-operation-ids.ts";
import { checkOutside } from "../../codegen/check/check-outside.ts";
import { checkReferences } from "../../codegen/check/check-references.ts";
import { checkVersion } from "../../codegen/check/check-version.ts";
import { problemLine } from "../../codegen/problem.ts";

/**
 * Refuses anything that is not an OpenAPI 3.0 or 3.1 document with operations, and one that refers to other documents. `specs:check` reports
 * what an overlay can correct, such as a missing operationId.
 *
 * @throws {Error} with the first thing that is wrong
 */
export function checkContract(document: JsonObject): void {
  if (document["swagger"] !== undefined) {
    throw new Error(`is Swagger ${String(document["swagger"])}; provide an OpenAPI 3.0 or 3.1 document`);
  }
  const [unknown] = checkVersion(document);
  if (unknown !== undefined) throw new Error(`is not an OpenAPI document: ${unknown.message}; ${unknown.fix}`);
  for (const check of [checkOutside, checkReferences]) {
    const [problem] = check(document);
    if (problem !== undefined) throw new Error(problemLine(problem));
  }
  if (!isObject(document["info"])) throw new Error("is not an OpenAPI document: `info` is missing; check the address");
  const api = readApi(document);
  if (api.operations.length === 0) throw new Error("has no operations; check the address");
  const [repeated] = checkRepeatedIds(api);
  // Overlays apply to documents in specs; a pull refuses a document that no tool can use.
  if (repeated !== undefined) throw new Error(problemLine({ ...repeated, fix: "ask for a corrected document" }));
}
