import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readApi } from "@nectar-sdk/openapi/document";
import { checkDocument } from "../../src/codegen/check/check-document.ts";
import { generatePackage, type PackageFiles } from "../../src/codegen/generate-package.ts";
import { deriveCallNames } from "../../src/codegen/names/derive-call-name.ts";
import { problemLine } from "../../src/codegen/problem.ts";

/**
 * Generates a package of any document, with names derived from it.
 *
 * @throws {Error} when the document does not pass the checks
 */
export async function generate(document: JsonObject): Promise<PackageFiles> {
  const names = deriveCallNames(readApi(document).operations);
  const problems = checkDocument(document, names);
  if (problems.length > 0) throw new Error(problems.map(problemLine).join("\n"));
  return generatePackage({ version: "v1.0", document, sha256: "0".repeat(64), names });
}

/** The sources of a generated package: what is compiled. */
export function sourcesOf(files: PackageFiles): PackageFiles {
  return new Map([...files].filter(([file]) => file.startsWith("src/")));
}
