import { METHODS, toOperationKey } from "@nectar-sdk/openapi/document";
import { isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { CodegenError, type Problem } from "../problem.ts";
import { formatCallName, parseCallName } from "./call-name.ts";
import type { NamedOperation } from "./resolve-names.ts";

const FORM =
  "write `product: <name>`, `resources:` with `<resource>: <description>`, `operations:` with `<METHOD> <path>: <resource>.<method>` and `types:` with `<Name>: <place>`";

const KEY_FORM = "expected a method and a path, such as `GET /document/company/{}`";
const NAME_FORM = "expected `<resource>.<method>` in camel case, or `{ name: <resource>.<method>, id: <operationId> }`";

/** Descriptions of the product and its resources. */
export interface ResourceDocs {
  /** Name of the product in sentences. */
  readonly product: string;
  /** Description by resource. */
  readonly resources: ReadonlyMap<string, string>;
}

/** The contents of `resources.yaml`. */
export interface Resources {
  readonly operations: readonly NamedOperation[];
  /** Lines of `types`; `parseTypes` reads their sources. */
  readonly types: readonly ListedType[];
  readonly docs: ResourceDocs;
}

/** A public type and its place in the documents, as text. */
export interface ListedType {
  readonly name: string;
  readonly source: string;
  /** File and line. */
  readonly at: string;
}

interface Entry {
  readonly key: string;
  readonly value: string;
  /** The operationId listed with a name. */
  readonly id: string | undefined;
  /** File and line. */
  readonly at: string;
}

/** Returns file and line of an offset. */
type Locate = (offset?: number) => string;

/**
 * Reads `resources.yaml`: the name of the product, a description of each resource, and a unique `resource.method` for each operation,
 * and the public types.
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

  const operations = readOperations(readEntries(root, "operations", locate));
  const descriptions = readEntries(root, "resources", locate).map(({ key, value }) => [key, value] as const);
  const types = readEntries(root, "types", locate).map(({ key, value, at }) => ({ name: key, source: value, at }));
  return { operations, types, docs: { product, resources: new Map(descriptions) } };
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
    ...readValue(value),
    at: locate(isNode(key) ? key.range?.[0] : undefined),
  };
}

/** Reads `things.list` or `{ name: things.list, id: thing_list }`. */
function readValue(value: unknown): Pick<Entry, "value" | "id"> {
  if (isScalar(value)) return { value: String(value.value), id: undefined };
  const { name, id, ...others } = isMap(value) ? value.toJSON() : {};
  const isKnown = Object.keys(others).length === 0 && (id === undefined || typeof id === "string");
  return isKnown && typeof name === "string" ? { value: name, id } : { value: "(a map or list)", id: undefined };
}

function readOperations(entries: readonly Entry[]): NamedOperation[] {
  const named: NamedOperation[] = [];
  const problems: Problem[] = [];
  for (const { key: text, value, id, at } of entries) {
    const key = parseKey(text);
    const name = parseCallName(value);
    const findTwin = (isTwin: (other: NamedOperation) => boolean) => named.find(isTwin)?.key;
    const twin = findTwin((other) => formatCallName(other.name) === value);
    const sameKey = findTwin((other) => other.key === key);
    const sameId = id === undefined ? undefined : findTwin((other) => other.id === id);
    if (key === undefined) {
      problems.push({ at, message: `"${text}" does not name an operation`, fix: KEY_FORM });
    } else if (name === undefined) {
      problems.push({ at, message: `"${value}" is not a valid name for ${text}`, fix: NAME_FORM });
    } else if (sameKey !== undefined) {
      problems.push({ at, message: `${text} is the same operation as ${sameKey}`, fix: "remove one of the two lines" });
    } else if (twin !== undefined) {
      problems.push({ at, message: `${value} is already the name of ${twin}`, fix: `choose another one for ${text}` });
    } else if (sameId !== undefined) {
      problems.push({ at, message: `${id} is already the id of ${sameId}`, fix: `correct the id of ${text}` });
    } else named.push({ key, id, name, at });
  }
  if (problems.length > 0) throw new CodegenError(problems);
  return named;
}

/** Reads a method and a path in any spelling that an OpenAPI document may use. */
function parseKey(text: string): string | undefined {
  const [, method = "", path = ""] = /^([a-z]+) (.*)$/is.exec(text) ?? [];
  return METHODS.some((known) => known === method.toLowerCase()) ? toOperationKey(method, path) : undefined;
}

/** The descriptions of resources that no operation belongs to. */
export function listUnusedDescriptions({ operations, docs }: Resources, at = "specs/resources.yaml"): Problem[] {
  const used = new Set(operations.map(({ name }) => name.resource));
  return [...docs.resources.keys()]
    .filter((resource) => !used.has(resource))
    .map((resource) => ({ at, message: `no operation belongs to the resource ${resource}`, fix: "remove the line" }));
}
