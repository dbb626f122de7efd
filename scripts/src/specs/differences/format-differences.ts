import { countChanges, diffDocuments, formatChanges } from "@nectar-sdk/openapi/diff";
import { type JsonObject, objectIn, toTemplateForm } from "@nectar-sdk/openapi/document";
import { fenceText } from "./fence-text.ts";
import { type JsonDifference, jsonDifferences } from "./json-differences.ts";

const HEADER = `# How the versions differ

Every difference between the three documents of this folder, apart from style: first what it means for callers, by operation and shape, then each
place in the JSON. [The facts behind them](PROVENANCE.md#differences).

A test fails if this list is not complete. \`pnpm specs:adopt\` writes it again; after another intended change, update it and review the difference:
\`pnpm --filter @nectar-sdk/scripts exec vitest run test/version-differences.test.ts -u\`.`;

/**
 * Formats the differences of each document from the one before, and of the last from the first, as Markdown: the contents of
 * `specs/DIFFERENCES.md`.
 */
export function formatDifferences(documents: ReadonlyMap<string, JsonObject>): string {
  const sections = listPairs([...documents]).map(([[before, left], [after, right]]) =>
    formatSection(`${before} to ${after}`, left, right),
  );
  return `${[HEADER, ...sections].join("\n")}\n`;
}

type Named = readonly [version: string, document: JsonObject];

/** The whole way is a separate pair: a property that one step adds and the next one removes differs in neither. */
function listPairs(documents: readonly Named[]): [before: Named, after: Named][] {
  const steps = documents.slice(1).flatMap((after, index): [Named, Named][] => {
    const before = documents[index];
    return before === undefined ? [] : [[before, after]];
  });
  const [first, last] = [documents.at(0), documents.at(-1)];
  return steps.length < 2 || first === undefined || last === undefined ? steps : [...steps, [first, last]];
}

/** The differences of the JSON itself. Paths that differ in the name of a parameter alone are laid side by side. */
export function listPlaces(before: JsonObject, after: JsonObject): JsonDifference[] {
  return jsonDifferences(withTemplateForms(before), withTemplateForms(after));
}

function withTemplateForms(document: JsonObject): JsonObject {
  const named = Object.entries(objectIn(document, "paths")).map(([path, item]) => [
    toTemplateForm(path),
    { ...(typeof item === "object" ? item : {}), "(path)": path },
  ]);
  return { ...document, paths: Object.fromEntries(named) };
}

function formatSection(title: string, left: JsonObject, right: JsonObject): string {
  const changes = diffDocuments(left, right);
  const places = listPlaces(left, right);
  return [
    `\n## ${title}\n`,
    `${countChanges(changes)}.\n`,
    fenceText(formatChanges(changes)),
    `\n${places.length} places in the JSON. Paths are listed without the names of their parameters.\n`,
    fenceText(places.map(formatPlace)),
  ].join("\n");
}

function formatPlace({ pointer, before, after }: JsonDifference): string {
  if (before === undefined) return `${pointer} added`;
  if (after === undefined) return `${pointer} removed`;
  return `${pointer}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}
