import { isArray, isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { replaceBetween } from "../../shared/replace-between.ts";

/** A part of a document that no public page shows. */
export interface UnseenPart {
  /** `GET /ping`, `GET /ping, response 200` or `Meter.timeOfUse`, say. */
  readonly place: string;
  readonly evidence: string;
}

/**
 * Lists every part of a document with an `x-evidence` other than `seen`, in document order. PROVENANCE.md covers media types in one
 * sentence, so they are left out.
 */
export function findUnseenParts(document: JsonObject): UnseenPart[] {
  return collectUnseen(document, []);
}

function collectUnseen(value: unknown, path: readonly string[]): UnseenPart[] {
  const children = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const evidence = isObject(value) ? value["x-evidence"] : undefined;
  const isUnseen = typeof evidence === "string" && evidence !== "seen" && path.at(-2) !== "content";
  return [
    ...(isUnseen ? [{ place: formatPlace(path), evidence }] : []),
    ...children.flatMap(([key, child]) => collectUnseen(child, [...path, String(key)])),
  ];
}

function formatPlace([section, name = "", ...rest]: readonly string[]): string {
  if (section === "paths") {
    const [method = "", part, status] = rest;
    return `\`${method.toUpperCase()} ${name}\`${part === "responses" ? `, response ${status}` : ""}`;
  }
  if (section === "webhooks") return `webhook \`${name}\``;
  const [component = "", ...inside] = rest;
  const fields = inside.filter((key) => key !== "properties" && key !== "anyOf");
  const kind = name === "schemas" ? "" : `${name.slice(0, -1)} `;
  return `${kind}\`${[component, ...fields].join(".")}\``;
}

/** Formats the unseen parts of all versions as Markdown. An entry names its versions unless all versions share it. */
export function formatEvidence(parts: ReadonlyMap<string, readonly UnseenPart[]>): string {
  const all = [...parts].flatMap(([version, unseen]) => unseen.map((part) => ({ version, ...part })));
  const sections = ["assumed", "inferred"].map((evidence) => {
    const places = Map.groupBy(
      all.filter((part) => part.evidence === evidence),
      ({ place }) => place,
    );
    const lines = [...places].map(([place, found]) => {
      const versions = new Set(found.map(({ version }) => version));
      return `- ${place}${versions.size === parts.size ? "" : ` (${[...versions].join(", ")})`}`;
    });
    return `### ${evidence} (${places.size})\n\n${lines.join("\n")}`;
  });
  return sections.join("\n\n");
}

/** Puts the list between the markers of `specs/PROVENANCE.md`. */
export function insertEvidence(text: string, list: string): string {
  return replaceBetween("specs/PROVENANCE.md", text, "evidence", list);
}
