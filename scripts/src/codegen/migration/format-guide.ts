import { type Change, countChanges } from "@nectar-sdk/openapi/diff";
import { packageName, versionIdentifier } from "../../shared/version-names.ts";
import type { BehaviourChange } from "./behaviour-change.ts";
import { formatBreakingChanges, inlineCode, type NameOperation } from "./format-breaking-changes.ts";

/** The contents of a guide. */
export interface Guide {
  readonly from: string;
  readonly to: string;
  /** The facts between both versions. */
  readonly behaviour: readonly BehaviourChange[];
  /** Under the names of public types. */
  readonly changes: readonly Change[];
  readonly nameOperation: NameOperation;
}

const EVIDENCE = {
  seen: "stated on a public page",
  inferred: "inferred from public pages",
  assumed: "assumed",
};

/** Formats a migration guide as Markdown: behaviour changes, breaking changes of the documents, then code before and after. */
export function formatGuide({ from, to, behaviour, changes, nameOperation }: Guide): string {
  const breaking = formatBreakingChanges(changes, nameOperation);
  return [
    "<!-- Generated from specs by `pnpm codegen`. Do not edit. -->\n",
    `# From ${from} to ${to}\n`,
    `\`npx nectar-migrate guide --from ${from} --to ${to}\` prints this page.\n`,
    "## Behaviour changes\n",
    "No document shows them.\n",
    ...(behaviour.length === 0 ? ["No change is known.\n"] : behaviour.map(formatBehaviour)),
    "## What breaks\n",
    `${countChanges(changes)}. Those that break, or may break, a program:\n`,
    ...(breaking.length === 0 ? ["None.\n"] : [`${breaking.join("\n")}\n`]),
    "## Code\n",
    "The examples call `nectar` with the ids `companyId` and `usageId`.\n",
    "### Client\n",
    ...formatCode(from, formatClient(from), to, formatClient(to)),
    ...behaviour.flatMap(({ change, before, after }) =>
      before === undefined || after === undefined ? [] : [`### ${change}\n`, ...formatCode(from, before, to, after)],
    ),
  ].join("\n");
}

function formatBehaviour(entry: BehaviourChange): string {
  return [
    `### ${entry.change}\n`,
    `${entry.wrong}${entry.doubt === undefined ? "" : ` ${entry.doubt}`}\n`,
    `- **Id:** ${inlineCode(entry.id)}`,
    `- **From** ${entry.from} **to** ${entry.to}; ${EVIDENCE[entry.evidence]}: ${entry.source.map((url) => `<${url}>`).join(", ")}`,
    `- **Methods:** ${entry.operations.map(inlineCode).join(", ")}`,
    `- **Fields:** ${entry.fields.map(inlineCode).join(", ")}`,
    `- **Look for it:** ${entry.look}\n`,
  ].join("\n");
}

function formatClient(version: string): string {
  const identifier = versionIdentifier(version);
  return [
    'import { createNectarClient } from "@nectar-sdk/client";',
    `import { ${identifier} } from "${packageName(version)}";`,
    "",
    `const nectar = createNectarClient(${identifier}, { apiKey: process.env["NECTAR_API_KEY"] });`,
  ].join("\n");
}

function formatCode(from: string, before: string, to: string, after: string): string[] {
  return [`Before, with ${from}:\n`, fence(before), `After, with ${to}:\n`, fence(after)];
}

function fence(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\`\n`;
}
