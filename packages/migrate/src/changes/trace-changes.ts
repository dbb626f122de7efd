import type { Change, PathStep } from "@nectar-sdk/openapi/diff";
import { pointerKeys } from "@nectar-sdk/openapi/document";
import type { ts } from "../compiler.ts";
import type { ApiPackage } from "../project/api-package.ts";
import { type ApiTypesOfProgram, readTypes } from "./api-types.ts";
import { adviseOn, findMeaning, type Meaning } from "./meanings.ts";

/** A change with the declarations of the old package that it is about. */
export interface TracedChange {
  readonly change: Change;
  /** Name of the property or path before. */
  readonly name: string;
  /** Name after, if the change is a rename that keeps the type. */
  readonly renamed: string | undefined;
  /** Whether an object literal may leave the property out, by its meaning. */
  readonly isRemovable: boolean;
  /** Instruction for the user. */
  readonly advice: string;
}

/** The changes by the declarations of the old package. */
export type Traces = ReadonlyMap<ts.Node, TracedChange>;

/**
 * Finds the declarations in the old package that each change is about. A program that contains the types of both packages decides; a
 * change without a declaration concerns no code.
 */
export function traceChanges(
  program: ts.Program,
  from: ApiPackage,
  to: ApiPackage,
  changes: readonly Change[],
  meanings: readonly Meaning[],
): Traces {
  const traces = new Map<ts.Node, TracedChange>();
  const before = readTypes(program, from);
  const after = readTypes(program, to);
  if (before === undefined || after === undefined) return traces;
  for (const change of changes) {
    if (change.typescript === "none" || change.typescript === "additive") continue;
    const old = findMember(before, change, "before");
    const owner = findOwner(after, change);
    const meaning = findMeaning(change, meanings, (name) => owner?.getProperty(name) !== undefined);
    const isRenamed = meaning?.meaning === "rename" && meaning.after !== undefined;
    const added = isRenamed ? owner?.getProperty(meaning.after) : findMember(after, change, "after");
    const sameType = old !== undefined && added !== undefined && before.format(old) === after.format(added);
    const traced: TracedChange = {
      change,
      name: old?.name ?? "",
      renamed: sameType && old.name !== added.name ? added.name : undefined,
      isRemovable: meaning?.meaning === "remove" && added === undefined,
      advice: adviseOn(change, meaning),
    };
    for (const declaration of old?.declarations ?? []) traces.set(declaration, traced);
    if (change.kind === "path-parameter-renamed") traceRenamedPath(traces, before, after, traced);
  }
  return traces;
}

/** The path itself contains the name of its parameter, so it is renamed as well. */
function traceRenamedPath(
  traces: Map<ts.Node, TracedChange>,
  before: ApiTypesOfProgram,
  after: ApiTypesOfProgram,
  traced: TracedChange,
): void {
  const { pointers } = traced.change;
  const [, path = ""] = pointerKeys(pointers.before ?? "#") ?? [];
  const [, renamed = ""] = pointerKeys(pointers.after ?? "#") ?? [];
  const symbol = before.root("paths")?.getProperty(path);
  if (symbol === undefined || after.root("paths")?.getProperty(renamed) === undefined) return;
  const advice = `Write ${renamed} instead of ${path}.`;
  for (const declaration of symbol.declarations ?? []) {
    if (traces.has(declaration)) continue;
    traces.set(declaration, { ...traced, name: path, renamed: path === renamed ? undefined : renamed, advice });
  }
}

function findMember(types: ApiTypesOfProgram, change: Change, side: "before" | "after"): ts.Symbol | undefined {
  const { where, pointers } = change;
  if (where.area === "schema") return walk(types, readSchema(types, where.subject), where.path);
  if (where.area !== "operation") return undefined;
  const [section, path = "", method = ""] = pointerKeys(pointers[side] ?? "#") ?? [];
  if (section !== "paths") return undefined;
  const operation = types.typeOf(types.typeOf(types.root("paths")?.getProperty(path))?.getProperty(method));
  const [part = "", name = ""] = where.part.split(" ");
  if (part === "") return types.typeOf(types.root("paths")?.getProperty(path))?.getProperty(method);
  if (part === "path" || part === "query") {
    const parameter = (part === "path" ? change[side] : undefined) ?? name;
    return types.typeOf(types.typeOf(operation?.getProperty("parameters"))?.getProperty(part))?.getProperty(parameter);
  }
  return undefined;
}

function readSchema(types: ApiTypesOfProgram, name: string): ts.Type | undefined {
  const schemas = types.typeOf(types.root("components")?.getProperty("schemas"));
  return types.typeOf(schemas?.getProperty(name));
}

/** The object that had the changed property, in the new types. */
function findOwner(types: ApiTypesOfProgram, { where }: Change): ts.Type | undefined {
  if (where.area !== "schema") return undefined;
  const path = where.path.slice(0, -1);
  const schema = readSchema(types, where.subject);
  return path.length === 0 ? schema : types.typeOf(walk(types, schema, path));
}

function walk(types: ApiTypesOfProgram, start: ts.Type | undefined, path: readonly PathStep[]): ts.Symbol | undefined {
  let type = start;
  let symbol: ts.Symbol | undefined;
  for (const { kind, name } of path) {
    if (kind === "property") symbol = type?.getProperty(name);
    type =
      kind === "items"
        ? type?.getNumberIndexType()
        : kind === "values"
          ? type?.getStringIndexType()
          : types.typeOf(symbol);
    if (kind === "keyword" || kind === "branch") return symbol;
  }
  return symbol;
}
