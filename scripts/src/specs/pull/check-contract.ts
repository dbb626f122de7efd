import { isObject, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { checkRepeatedIds } from "../../codegen/check/check-operation-ids.ts";
import { checkOutside } from "../../codegen/check/check-outside.ts";
import { checkVersion } from "../../codegen/check/check-version.ts";
import { problemLine } from "../../codegen/problem.ts";

/**
 * Refuses what is no OpenAPI 3.0 or 3.1 document with operations, and one that leads out of itself. What an overlay can mend (a missing operationId, say) is
 * left to `specs:check`.
 *
 * @throws {Error} with the first thing that is wrong
 */
export function checkContract(document: JsonObject): void {
  if (document["swagger"] !== undefined) {
    throw new Error(`is Swagger ${String(document["swagger"])}; give an OpenAPI 3.0 or 3.1 document`);
  }
  const [unknown] = checkVersion(document);
  if (unknown !== undefined) throw new Error(`is no OpenAPI document: ${unknown.message}; ${unknown.fix}`);
  const [outside] = checkOutside(document);
  if (outside !== undefined) throw new Error(problemLine(outside));
  if (!isObject(document["info"])) throw new Error("is no OpenAPI document: there is no `info`; check the address");
  const api = readApi(document);
  if (api.operations.length === 0) throw new Error("has no operation; check the address");
  const [repeated] = checkRepeatedIds(api);
  // An overlay is applied to documents that are here; a document that goes wrong in every tool stays out.
  if (repeated !== undefined) throw new Error(problemLine({ ...repeated, fix: "ask for a corrected document" }));
}
