import { readApi, readTypes, resolve } from "@nectar-sdk/openapi/document";
import type { CheckedVersion } from "../check-specs.ts";
import { docComment } from "../docs/doc-comment.ts";
import { joinList, literalKey } from "../emit/code.ts";
import { findType, listMembers, type NamedDocument } from "../types/find-type.ts";
import { parseTypeSource } from "../types/type-source.ts";

/** Where the documents describe the rows that `@nectar-sdk/migrate/runtime` converts. */
const SHAPES = {
  usage: "item of usageData.listByCompany",
  usageDocument: "item of usageData.listByCompany at document",
  document: "item of documents.listByCompany",
  documentUsage: "item of documents.listByCompany at usageData[]",
};

/** A generated module, and what the documents do not have. */
export interface EmittedFields {
  readonly source: string;
  readonly notes: readonly string[];
}

/** `runtime/version-fields.ts`: the fields of usage rows and documents in which the versions differ, and the amounts of a usage row. */
export function emitVersionFields(versions: readonly CheckedVersion[]): EmittedFields {
  const notes: string[] = [];
  const documents = versions.map(({ version, document, names }) => {
    return { version, named: { document, api: readApi(document), names } };
  });
  const fields = new Map(versions.map(({ version }): [string, string[]] => [version, []]));
  for (const [shape, source] of Object.entries(SHAPES)) {
    const found = documents.map(({ version, named }) => ({ version, names: readFields(named, source) }));
    const known = found.flatMap(({ names }) => (names === undefined ? [] : [names]));
    for (const { version, names } of found) {
      if (names === undefined) notes.push(`${version} has no ${source}: its rows are converted without these fields`);
      const own = (names ?? []).filter((name) => !known.every((other) => other.includes(name))).sort();
      const list = joinList(
        `    ${shape}: [`,
        own.map((name) => JSON.stringify(name)),
        "],",
      );
      fields.get(version)?.push(`${list}\n`);
    }
  }
  const amounts = new Set(
    documents.flatMap(({ named }) =>
      [SHAPES.usage, SHAPES.documentUsage].flatMap((source) => listAmounts(named, source)),
    ),
  );
  const figures = [...amounts].sort().map((name) => JSON.stringify(name));
  const source = [
    docComment("The fields that some version lacks, by version and shape, oldest version first."),
    "export const versionFields = {\n",
    ...[...fields].map(([version, lines]) => `  ${literalKey(version)}: {\n${lines.join("")}  },\n`),
    "} as const;\n\n",
    docComment("The amounts of a usage row other than its usage."),
    `${joinList("export const usageFigures: readonly string[] = [", figures, "];")}\n`,
  ].join("");
  return { source, notes };
}

function readFields(named: NamedDocument, source: string): string[] | undefined {
  const members = readMembers(named, source);
  return members === undefined ? undefined : [...members.keys()];
}

function readMembers(named: NamedDocument, text: string): ReturnType<typeof listMembers> | undefined {
  const source = parseTypeSource(text);
  const place = source === undefined ? undefined : findType(named, source);
  return place === undefined || "absent" in place ? undefined : listMembers(named.document, place.schema);
}

function listAmounts(named: NamedDocument, source: string): string[] {
  return [...(readMembers(named, source) ?? [])]
    .filter(([name, schema]) => {
      const node = resolve(named.document, schema);
      return (
        name !== "usage" &&
        (node["format"] === "decimal" || readTypes(node).some((type) => /^(number|integer)$/.test(type)))
      );
    })
    .map(([name]) => name);
}
