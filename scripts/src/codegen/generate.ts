import type { JsonObject } from "../shared/json.ts";
import { checkDocument } from "./check/check-document.ts";
import { generatedNote } from "./emit/code.ts";
import { emitApi, emitIndex, type Origin } from "./emit/emit-api.ts";
import { emitContract } from "./emit/emit-contract.ts";
import { emitOperations } from "./emit/emit-operations.ts";
import { emitResources } from "./emit/emit-resources.ts";
import { emitTypeMaps } from "./emit/emit-type-maps.ts";
import { readApi } from "./model/read-api.ts";
import type { CallNames } from "./names/call-name.ts";
import { CodegenError } from "./problem.ts";
import { emitSchema } from "./schema/emit-schema.ts";

/** A generated file; the path is relative to the package and uses `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The sources of a package from its effective document: same input, same bytes.
 *
 * @throws {CodegenError} with everything about the document that the generator cannot build on
 */
export async function generateSources(document: JsonObject, names: CallNames, origin: Origin): Promise<GeneratedFile[]> {
  const problems = checkDocument(document, names);
  if (problems.length > 0) throw new CodegenError(problems);
  const api = readApi(document, names);
  const sources: readonly (readonly [name: string, content: string])[] = [
    ["api", emitApi(api, origin)],
    ["contract", emitContract()],
    ["index", emitIndex(origin)],
    ["operations", emitOperations(api)],
    ["resources", emitResources(api)],
    ["schema", await emitSchema(document, api)],
    ["type-maps", emitTypeMaps(api)],
  ];
  const note = `// ${generatedNote(origin.version)}\n\n`;
  return sources.map(([name, content]) => ({ path: `src/${name}.ts`, content: note + content }));
}
