import { isArray, isObject, type JsonObject } from "@nectar-sdk/openapi/document";

/** A part of a document that is not seen on a public page. */
export interface Unseen {
  /** Such as `GET /ping`, the same with `, response 200`, or `Meter.timeOfUse`. */
  readonly place: string;
  readonly evidence: string;
}

/**
 * Everything in a document that carries an `x-evidence` other than `seen`, in document order. Media types are left out: PROVENANCE.md says
 * it once for all of them.
 */
export function unseenParts(document: JsonObject): Unseen[] {
  return collectUnseen(document, []);
}

function collectUnseen(value: unknown, path: readonly string[]): Unseen[] {
  const children = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const evidence = isObject(value) ? value["x-evidence"] : undefined;
  const isUnseen = typeof evidence === "string" && evidence !== "seen" && path.at(-2) !== "content";
  return [
    ...(isUnseen ? [{ place: nameOf(path), evidence }] : []),
    ...children.flatMap(([key, child]) => collectUnseen(child, [...path, String(key)])),
  ];
}

/** The list of all versions' unseen parts as Markdown; a version is named only where not all three share the entry. */
export function evidenceTable(parts: ReadonlyMap<string, readonly Unseen[]>): string {
  const versionsOf = new Map<string, string[]>();
  for (const [version, unseen] of parts) {
    for (const key of new Set(unseen.map(({ place, evidence }) => `${evidence}|${place}`))) {
      versionsOf.set(key, [...(versionsOf.get(key) ?? []), version]);
    }
  }
  const sections = ["assumed", "inferred"].map((evidence) => {
    const entries = [...versionsOf].filter(([key]) => key.startsWith(`${evidence}|`));
    const lines = entries.map(([key, versions]) => {
      const suffix = versions.length === parts.size ? "" : ` (${versions.join(", ")})`;
      return `- ${key.slice(evidence.length + 1)}${suffix}`;
    });
    return `### ${evidence} (${entries.length})\n\n${lines.join("\n")}`;
  });
  return sections.join("\n\n");
}

/** Puts the list between the markers of `specs/PROVENANCE.md`. */
export function insertEvidence(text: string, table: string): string {
  const begin = "<!-- evidence:begin -->";
  const end = "<!-- evidence:end -->";
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`specs/PROVENANCE.md: the markers ${begin} and ${end} are missing`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

function nameOf(path: readonly string[]): string {
  const [section, name = "", ...rest] = path;
  if (section === "paths") {
    const [method = "", part, status] = rest;
    const response = part === "responses" ? `, response ${status}` : "";
    return `\`${method.toUpperCase()} ${name}\`${response}`;
  }
  if (section === "webhooks") return `webhook \`${name}\``;
  const [component = "", ...inside] = rest;
  const fields = inside.filter((key) => key !== "properties" && key !== "anyOf");
  const kind = name === "schemas" ? "" : `${name.slice(0, -1)} `;
  return `${kind}\`${[component, ...fields].join(".")}\``;
}
