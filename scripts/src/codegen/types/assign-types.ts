import { type FoundType, findType, type NamedDocument } from "./find-type.ts";
import type { PublicType } from "./parse-types.ts";

/** The public types of one version. */
export interface AssignedTypes {
  /** The name of each component schema that is a public type. */
  readonly schemas: ReadonlyMap<string, string>;
  /** The public types that the document describes in place, and further names of component schemas. */
  readonly aliases: ReadonlyMap<string, FoundType>;
  /** The lines that this version lacks, each with the reason. */
  readonly absent: ReadonlyMap<PublicType, string>;
}

/** Finds the public types in a document. A version without a type simply lacks it. */
export function assignTypes(named: NamedDocument, types: readonly PublicType[]): AssignedTypes {
  const schemas = new Map<string, string>();
  const aliases = new Map<string, FoundType>();
  const absent = new Map<PublicType, string>();
  for (const type of types) {
    const found = findType(named, type.source);
    if ("absent" in found) absent.set(type, found.absent);
    else if (
      found.declaration.kind === "schema" &&
      found.steps.length === 0 &&
      !schemas.has(found.declaration.schema)
    ) {
      schemas.set(found.declaration.schema, type.name);
    } else aliases.set(type.name, found);
  }
  return { schemas, aliases, absent };
}
