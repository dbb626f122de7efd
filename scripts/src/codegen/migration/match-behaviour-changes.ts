import { readApi, toTemplateForm } from "@nectar-sdk/openapi/document";
import type { CheckedVersion } from "../check-specs.ts";
import { formatCallName } from "../names/call-name.ts";
import { findType, listMembers, type NamedDocument } from "../types/find-type.ts";
import type { BehaviourChange, LocatedBehaviourChange } from "./behaviour-change.ts";

/** The facts, and where the documents do not have their methods or fields. */
export interface MatchedChanges {
  /** Without code that a document does not fit. */
  readonly changes: readonly LocatedBehaviourChange[];
  readonly notes: readonly string[];
}

/** A document with its names. */
export type NamedVersion = Pick<CheckedVersion, "version" | "document" | "names">;

/** Compares the facts with the documents: what a document lacks is a note, and code that uses it is left out. */
export function matchBehaviourChanges(
  changes: readonly BehaviourChange[],
  versions: readonly NamedVersion[],
): MatchedChanges {
  const fieldsBy = new Map(
    versions.map(({ version, document, names }) => {
      const named = { document, api: readApi(document), names };
      return [version, (operation: string) => listFields(named, operation)] as const;
    }),
  );
  const notes: string[] = [];
  const matched = changes.map((entry) => {
    const sides = versions.filter(({ version }) => version === entry.from || version === entry.to);
    const change = { ...entry, requests: listRequests(entry, sides) };
    const fields = sides.map(({ version }) => {
      const known = change.operations.map((operation) => ({ operation, names: fieldsBy.get(version)?.(operation) }));
      return { version, known };
    });
    const absent = change.operations.filter((operation) =>
      fields.some(({ known }) => known.some((one) => one.operation === operation && one.names === undefined)),
    );
    const all = new Set(fields.flatMap(({ known }) => known.flatMap(({ names }) => [...(names ?? [])])));
    const lost = change.fields.filter((field) => !all.has(field));
    const name = `behaviour change ${change.id}`;
    if (absent.length > 0) notes.push(`${name}: a document has no ${absent.join(", ")}`);
    if (lost.length > 0) notes.push(`${name}: no document has ${lost.join(", ")}`);
    const { before, after, ...rest } = change;
    if (before === undefined || after === undefined) return change;
    const isComplete = versions.every(({ version }) => {
      const code =
        versions.findIndex((one) => one.version === change.to) <= indexOf(versions, version) ? after : before;
      return fits(code, change, fieldsBy.get(version));
    });
    if (isComplete && absent.length === 0) return change;
    notes.push(`${name}: its code is left out, since a document does not fit it`);
    return rest;
  });
  return { changes: matched, notes };
}

function listRequests({ operations }: BehaviourChange, versions: readonly NamedVersion[]): string[] {
  const requests = versions.flatMap(({ document, names }) =>
    readApi(document).operations.flatMap(({ id, method, path }) => {
      const name = names.get(id ?? "");
      const isConcerned = name !== undefined && operations.includes(formatCallName(name));
      return isConcerned ? [`${method.toUpperCase()} ${toTemplateForm(path)}`] : [];
    }),
  );
  return [...new Set(requests)].sort();
}

function indexOf(versions: readonly NamedVersion[], version: string): number {
  return versions.findIndex((one) => one.version === version);
}

/** Tells whether a version has the fields that the code reads. */
function fits(
  code: string,
  { fields, operations }: BehaviourChange,
  listNames: ((operation: string) => ReadonlySet<string> | undefined) | undefined,
): boolean {
  const names = new Set(operations.flatMap((operation) => [...(listNames?.(operation) ?? [])]));
  return fields.every((field) => names.has(field) || !code.includes(`.${field}`));
}

/** The fields of what a method takes and returns; `undefined` for an unknown method. */
function listFields(named: NamedDocument, of: string): Set<string> | undefined {
  const known = [...named.names.values()].some(({ resource, method }) => `${resource}.${method}` === of);
  if (!known) return undefined;
  const members = (["item", "response", "body"] as const).flatMap((kind) => {
    const place = findType(named, { kind, of, path: [] });
    return "absent" in place ? [] : [...listMembers(named.document, place.schema)];
  });
  const nested = members.flatMap(([name]) =>
    (["item", "response"] as const).flatMap((kind) => {
      const place = findType(named, { kind, of, path: [name, "[]"] });
      return "absent" in place ? [] : [...listMembers(named.document, place.schema).keys()];
    }),
  );
  return new Set([...members.map(([name]) => name), ...nested]);
}
