import { isDeepStrictEqual } from "node:util";
import { type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { isMap, isScalar, parseDocument } from "yaml";
import { formatCallName } from "../../../codegen/names/call-name.ts";
import { parseResources } from "../../../codegen/names/parse-resources.ts";
import { resolveNames } from "../../../codegen/names/resolve-names.ts";
import { deriveTypes } from "../../../codegen/types/derive-types.ts";
import { findType, type NamedDocument } from "../../../codegen/types/find-type.ts";
import { parseTypes } from "../../../codegen/types/parse-types.ts";
import { formatTypeSource, TYPE_KINDS, type TypeSource } from "../../../codegen/types/type-source.ts";

/** The public types after a pull. */
export interface CarriedTypes {
  /** Text of `resources.yaml`. */
  readonly text: string;
  /** Types that no version has any more, with their old places. */
  readonly lost: ReadonlyMap<string, string>;
  /** New types, with their places. */
  readonly derived: ReadonlyMap<string, string>;
}

/** Gives documents the names of `resources.yaml`, the newest document first. */
export function nameDocuments(text: string, documents: readonly JsonObject[]): NamedDocument[] {
  const { operations } = parseResources(text);
  return [...documents].reverse().map((document) => {
    const api = readApi(document);
    return { document, api, names: resolveNames(api, operations).names };
  });
}

/**
 * Gives each public type that is no longer at its place another place of the same type, removes those without any, and derives names for new
 * schemas.
 */
export function carryTypes(
  text: string,
  before: readonly NamedDocument[],
  after: readonly NamedDocument[],
): CarriedTypes {
  const yaml = parseDocument(text);
  const lines = yaml.get("types");
  const kept: ReturnType<typeof parseTypes> = [];
  const lost = new Map<string, string>();
  for (const type of parseTypes(parseResources(text))) {
    const source = isIn(after, type.source) ? type.source : findTwin(type.source, before, after);
    const pair = isMap(lines) ? lines.items.find(({ key }) => isScalar(key) && key.value === type.name) : undefined;
    if (source === undefined) {
      lost.set(type.name, formatTypeSource(type.source));
      if (isMap(lines)) lines.delete(type.name);
    } else {
      kept.push({ ...type, source });
      if (source !== type.source && pair !== undefined) pair.value = yaml.createNode(formatTypeSource(source));
    }
  }
  const derived = new Map(deriveTypes(after, kept).map(({ name, source }) => [name, formatTypeSource(source)]));
  for (const [name, source] of derived) yaml.setIn(["types", name], source);
  return { text: yaml.toString({ lineWidth: 0 }), lost, derived };
}

/** The same error may be documented for another status. */
function listPaths(kind: TypeSource["kind"], path: TypeSource["path"]): TypeSource["path"][] {
  const [first, ...rest] = path;
  if (kind !== "errors" || first === undefined) return [path];
  return [path, ...["400", "401", "403", "404", "429", "4XX", "5XX", "default"].map((status) => [status, ...rest])];
}

function isIn(documents: readonly NamedDocument[], source: TypeSource): boolean {
  return documents.some((named) => !("absent" in findType(named, source)));
}

/** Another place that had the same type, and still exists: `errors of companies.list at 400` is also that of other methods. */
function findTwin(
  source: TypeSource,
  before: readonly NamedDocument[],
  after: readonly NamedDocument[],
): TypeSource | undefined {
  for (const named of before) {
    const place = findType(named, source);
    if ("absent" in place) continue;
    const methods = [...named.names.values()].map(formatCallName);
    const events = named.api.webhooks.map(({ path }) => path);
    const candidates = TYPE_KINDS.flatMap((kind) =>
      (kind === "payload" ? events : methods).flatMap((of) =>
        listPaths(kind, source.path).map((path): TypeSource => ({ kind, of, path })),
      ),
    );
    const twin = candidates.find((candidate) => {
      const other = findType(named, candidate);
      const isSame =
        !("absent" in other) && isDeepStrictEqual([other.declaration, other.steps], [place.declaration, place.steps]);
      return isSame && isIn(after, candidate);
    });
    if (twin !== undefined) return twin;
  }
  return undefined;
}
