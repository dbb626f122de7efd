import { METHODS } from "@nectar-sdk/openapi/document";
import { formatCallName } from "../names/call-name.ts";
import { pascalCase, unused } from "../names/identifier.ts";
import { isUsedName } from "../names/type-names.ts";
import { assignTypes } from "./assign-types.ts";
import { findType, listMembers, type NamedDocument, type Place, takeStep } from "./find-type.ts";
import type { PublicType } from "./parse-types.ts";
import { isStep, type TypeSource } from "./type-source.ts";

/** A proposed line of `types`. */
export type DerivedType = Pick<PublicType, "name" | "source">;

/** Schemas deeper than this keep their upstream name. */
const MAX_STEPS = 8;

/**
 * Derives a line of `types` for each component schema that no line reaches, by its shortest way from an operation or event. A name that is taken
 * gets that of its owner in front, `CompanyCountry`. The documents come in the order in which they are searched, so the newest first.
 */
export function deriveTypes(documents: readonly NamedDocument[], listed: readonly PublicType[]): DerivedType[] {
  const derived: DerivedType[] = [];
  const methods = new Set(documents.flatMap(({ names }) => [...names.values()].map(formatCallName)));
  const taken = new Set(listed.map(({ name }) => name));
  for (const named of documents) {
    const known = [...listed, ...derived.map((type) => ({ ...type, at: "" }))];
    const reached = new Map(assignTypes(named, known).schemas);
    for (const { schema, source } of listSchemas(named)) {
      if (reached.has(schema)) continue;
      const wanted = pascalCase(schema);
      const own = taken.has(wanted) ? addOwner(wanted, findOwner(named, source, reached)) : wanted;
      const name = unused(isUsedName(own, methods) ? `${own}Schema` : own, taken);
      reached.set(schema, name);
      taken.add(name);
      derived.push({ name, source });
    }
  }
  return derived;
}

/** The type that a place is a part of, or else its method or event. */
function findOwner(named: NamedDocument, { path, ...start }: TypeSource, types: ReadonlyMap<string, string>): string {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const place = findType(named, { ...start, path: path.slice(0, length) });
    if ("absent" in place || place.declaration.kind !== "schema") continue;
    const owner = types.get(place.declaration.schema);
    if (owner !== undefined) return owner;
  }
  return pascalCase(start.of);
}

/** `CompanyCountry`; no owner twice. */
function addOwner(name: string, owner: string): string {
  return name.startsWith(owner) ? name : `${owner}${name}`;
}

/** Lists each component schema with its first place, those near an operation first. */
function listSchemas(named: NamedDocument): { readonly schema: string; readonly source: TypeSource }[] {
  const seen = new Set<string>();
  const schemas: { readonly schema: string; readonly source: TypeSource }[] = [];
  let open = listStarts(named).flatMap((source) => {
    const place = findType(named, source);
    return "absent" in place ? [] : [{ source, place }];
  });
  for (let steps = 0; steps <= MAX_STEPS; steps += 1) {
    const next: typeof open = [];
    for (const { source, place } of open) {
      const { declaration } = place;
      if (declaration.kind === "schema" && place.steps.length === 0) {
        if (seen.has(declaration.schema)) continue;
        seen.add(declaration.schema);
        schemas.push({ schema: declaration.schema, source });
      }
      next.push(...listParts(named, source, place));
    }
    open = next;
  }
  return schemas;
}

function listParts({ document }: NamedDocument, source: TypeSource, place: Place) {
  const members = place.members ?? listMembers(document, place.schema);
  return ["[]", ...[...members.keys()].filter(isStep)].flatMap((step) => {
    const part = takeStep(document, place, step);
    return part === undefined ? [] : [{ source: { ...source, path: [...source.path, step] }, place: part }];
  });
}

/** Where a reader looks for a type first: in lists, then in other responses, in bodies, payloads, errors and parameters. */
function listStarts({ api, names }: NamedDocument): TypeSource[] {
  const methods = [...api.operations]
    .sort((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
    .flatMap(({ id = "" }) => {
      const name = names.get(id);
      return name === undefined ? [] : [formatCallName(name)];
    });
  const from = (kind: TypeSource["kind"], all: readonly string[]) => all.map((of) => ({ kind, of, path: [] }));
  return [
    ...from("item", methods),
    ...from("page", methods),
    ...from("response", methods),
    ...from("body", methods),
    ...from(
      "payload",
      api.webhooks.map(({ path }) => path),
    ),
    ...from("errors", methods),
    ...from("query", methods),
  ];
}
