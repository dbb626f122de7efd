import { formatCallName } from "../names/call-name.ts";
import { pascalCase } from "../names/identifier.ts";
import type { ListedType, Resources } from "../names/parse-resources.ts";
import { isUsedName } from "../names/type-names.ts";
import { CodegenError, type Problem } from "../problem.ts";
import { parseTypeSource, type TypeSource } from "./type-source.ts";

/** A line of `types` in `resources.yaml`: a public type, and its place in the documents. */
export interface PublicType {
  readonly name: string;
  readonly source: TypeSource;
  /** File and line. */
  readonly at: string;
}

const NAME_FIX = "choose a name in Pascal case, such as `LineItem`";
const SOURCE_FIX =
  "write `<kind> of <resource>.<method>` with one of item, page, response, body, query and errors, or `payload of <event>`, " +
  "and ` at <path>` for a part, such as `item of documents.listByCompany at lineItems[]`";

/**
 * Reads the public types.
 *
 * @throws {CodegenError} with each invalid line
 */
export function parseTypes({ types, operations }: Pick<Resources, "types" | "operations">): PublicType[] {
  const methods = new Set(operations.map(({ name }) => formatCallName(name)));
  const parsed = types.map((line) => ({ line, source: parseTypeSource(line.source) }));
  const problems = parsed.flatMap(({ line, source }) => listProblems(line, source, methods));
  if (problems.length > 0) throw new CodegenError(problems);
  return parsed.flatMap(({ line: { name, at }, source }) => (source === undefined ? [] : [{ name, source, at }]));
}

function listProblems(
  { name, source: text, at }: ListedType,
  source: TypeSource | undefined,
  methods: ReadonlySet<string>,
) {
  const problems: Problem[] = [];
  if (name !== pascalCase(name))
    problems.push({ at, message: `"${name}" is not a valid name of a type`, fix: NAME_FIX });
  else if (isUsedName(name, methods)) {
    problems.push({ at, message: `generated code uses the name ${name}`, fix: "choose another one" });
  }
  if (source === undefined) problems.push({ at, message: `"${text}" is not a place of a type`, fix: SOURCE_FIX });
  return problems;
}
