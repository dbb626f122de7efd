import { LineCounter, parseDocument } from "yaml";
import { isMap, isScalar } from "yaml";
import { CodegenError, type Problem } from "../problem.ts";
import { type CallName, type CallNames, parseCallName } from "./call-name.ts";

const FIX = "write one line for each operation: `<operationId>: <resource>.<method>`";

/**
 * Reads `resources.yaml`, a flat map of operation id to `resource.method`.
 *
 * @throws {CodegenError} naming each line that is not valid
 */
export function parseResources(text: string, file = "specs/resources.yaml"): CallNames {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset = 0): string => `${file}:${lines.linePos(offset).line}`;
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    throw new CodegenError(errors.map((error) => ({ at: at(error.pos[0]), message: firstLine(error.message), fix: FIX })));
  }
  if (!isMap(document.contents)) throw new CodegenError([{ at: file, message: "is no map of names", fix: FIX }]);

  const names = new Map<string, CallName>();
  const problems: Problem[] = [];
  for (const { key, value } of document.contents.items) {
    const id = isScalar(key) ? String(key.value) : "";
    const name = isScalar(value) ? parseCallName(String(value.value)) : undefined;
    if (name !== undefined) names.set(id, name);
    else {
      const where = isScalar(key) ? at(key.range?.[0]) : file;
      problems.push({ at: where, message: `"${id}" has no name of the form resource.method`, fix: FIX });
    }
  }
  if (problems.length > 0) throw new CodegenError(problems);
  return names;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
