import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { CodegenError, type Problem } from "../problem.ts";
import { type CallName, type CallNames, formatCallName, parseCallName } from "./call-name.ts";

const FORM =
  "write `product: <name>`, `resources:` with `<resource>: <description>` and `operations:` with `<operationId>: <resource>.<method>`";

/** Descriptions of the product and its resources. */
export interface ResourceDocs {
  /** Name of the product in sentences. */
  readonly product: string;
  /** Description by resource. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The contents of `resources.yaml`. */
export interface Resources {
  readonly names: CallNames;
  readonly docs: ResourceDocs;
}

interface Entry {
  readonly key: string;
  readonly value: string;
  /** File and line. */
  readonly at: string;
}

/** Returns file and line of an offset. */
type Locate = (offset?: number) => string;

/**
 * Reads `resources.yaml`: the name of the product, a description of each resource, and a unique `resource.method` for each operation.
 *
 * @throws {CodegenError} with each invalid line
 */
export function parseResources(text: string, file = "specs/resources.yaml"): Resources {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const locate: Locate = (offset) => (offset === undefined ? file : `${file}:${lineCounter.linePos(offset).line}`);
  const errors = [...document.errors, ...document.warnings].map(
    (error): Problem => ({ at: locate(error.pos[0]), message: error.message.split("\n")[0] ?? "", fix: FORM }),
  );
  if (errors.length > 0) throw new CodegenError(errors);
  const root = document.contents;
  const product = isMap(root) ? root.get("product") : undefined;
  if (!isMap(root) || typeof product !== "string") throw toProblem(file, "expected a map with a `product`");

  const names = readNames(readEntries(root, "operations", locate));
  const descriptions = readEntries(root, "resources", locate).map(({ key, value }) => [key, value] as const);
  return { names, docs: { product, resources: new Map(descriptions) } };
}

function toProblem(at: string, message: string): CodegenError {
  return new CodegenError([{ at, message, fix: FORM }]);
}

/** The entries of a section; none if it is absent. */
function readEntries(root: YAMLMap<unknown, unknown>, section: string, locate: Locate): Entry[] {
  const map = root.get(section) ?? undefined;
  if (map === undefined) return [];
  if (!isMap(map)) throw toProblem(locate(), `\`${section}\` is not a map`);
  return map.items.map((pair) => readEntry(pair, locate));
}

function readEntry({ key, value }: Pair<unknown, unknown>, locate: Locate): Entry {
  return {
    key: isScalar(key) ? String(key.value) : "(not a string)",
    value: isScalar(value) ? String(value.value) : "(a map or list)",
    at: locate(isScalar(key) ? key.range?.[0] : undefined),
  };
}

function readNames(entries: readonly Entry[]): CallNames {
  const names: [id: string, name: CallName][] = [];
  const problems: Problem[] = [];
  for (const { key: id, value, at } of entries) {
    const name = parseCallName(value);
    const twin = names.find(([, other]) => formatCallName(other) === value)?.[0];
    if (name === undefined) {
      const message = `"${value}" is not a valid name for ${id}`;
      problems.push({ at, message, fix: "expected `<resource>.<method>` in camel case" });
    } else if (twin !== undefined) {
      problems.push({ at, message: `${value} is already the name of ${twin}`, fix: `choose another one for ${id}` });
    } else names.push([id, name]);
  }
  if (problems.length > 0) throw new CodegenError(problems);
  return new Map(names);
}

/** The descriptions of resources that no operation belongs to. */
export function listUnusedDescriptions({ names, docs }: Resources, at = "specs/resources.yaml"): Problem[] {
  const used = new Set([...names.values()].map(({ resource }) => resource));
  return [...docs.resources.keys()]
    .filter((resource) => !used.has(resource))
    .map((resource) => ({ at, message: `no operation belongs to the resource ${resource}`, fix: "remove the line" }));
}
