import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { CodegenError, type Problem } from "../problem.ts";
import { type CallName, type CallNames, formatCallName, parseCallName } from "./call-name.ts";

const FORM = "write one line for each operation: `<operationId>: <resource>.<method>`";

/** Tells the line of an offset in the file. */
type At = (offset?: number) => string;

/**
 * Reads `resources.yaml`, a flat map of operation id to `resource.method` in which no two operations have one name.
 *
 * @throws {CodegenError} naming each line that is not valid
 */
export function parseResources(text: string, file = "specs/resources.yaml"): CallNames {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const at: At = (offset) => (offset === undefined ? file : `${file}:${lineCounter.linePos(offset).line}`);
  const errors = [...document.errors, ...document.warnings].map(
    (error): Problem => ({ at: at(error.pos[0]), message: error.message.split("\n")[0] ?? "", fix: FORM }),
  );
  if (errors.length > 0) throw new CodegenError(errors);
  if (!isMap(document.contents)) throw new CodegenError([{ at: file, message: "is no map of names", fix: FORM }]);
  return readNames(document.contents, at);
}

function readNames(map: YAMLMap<unknown, unknown>, at: At): CallNames {
  const names: [id: string, name: CallName][] = [];
  const problems: Problem[] = [];
  for (const pair of map.items) {
    const { id, line, value } = readPair(pair, at);
    const name = parseCallName(value);
    const twin = names.find(([, other]) => formatCallName(other) === value)?.[0];
    if (name === undefined) {
      problems.push({ at: line, message: `"${value}" is no name of the form resource.method for ${id}`, fix: FORM });
    } else if (twin !== undefined) {
      problems.push({
        at: line,
        message: `${value} is already the name of ${twin}`,
        fix: `choose another one for ${id}`,
      });
    } else names.push([id, name]);
  }
  if (problems.length > 0) throw new CodegenError(problems);
  return new Map(names);
}

function readPair({ key, value }: Pair<unknown, unknown>, at: At): { id: string; line: string; value: string } {
  return {
    id: isScalar(key) ? String(key.value) : "a key that is no text",
    line: at(isScalar(key) ? key.range?.[0] : undefined),
    value: isScalar(value) ? String(value.value) : "(a map or list)",
  };
}
