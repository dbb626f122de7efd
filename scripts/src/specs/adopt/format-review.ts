import { countChanges, formatChanges } from "@nectar-sdk/openapi/diff";
import type { AdoptPlan } from "./plan-adopt.ts";

/** The review is one page: longer lists end in their number. */
const LONGEST = 8;

/** Formats the effects of a pull on one page, the worst first. */
export function formatReview(plan: AdoptPlan): string[] {
  const { changes, matches, lost, derived, unmatched, filled, dropped, decisions } = plan;
  const breaking = [...changes].flatMap(([version, own]) => {
    const worst = own.filter(({ severity }) => severity === "breaking");
    return worst.length === 0 ? [] : [`${version}:`, ...formatChanges(worst).map((line) => `  ${line}`)];
  });
  return [
    ...formatList(
      "Questions for a person; decide in specs/decisions.yaml",
      decisions.open.flatMap(({ id, place, text, proposal, choices }) => [
        `${id}: ${text} (${place})`,
        `  proposal: ${proposal}; choices: ${choices.join(", ")}`,
      ]),
      Number.POSITIVE_INFINITY,
    ),
    ...[...changes].map(([version, own]) => `${version}: ${countChanges(own)}`),
    ...formatList("Breaking changes", breaking),
    ...formatList(
      "Lost operations",
      [...lost].map(([key, name]) => `${key} (${name})`),
    ),
    ...formatList("Overlay actions without a place, now optional", unmatched),
    ...formatList(
      "Moved operations",
      [...matches.moved].map(([from, to]) => `${from} is now ${to}`),
    ),
    ...formatList(
      "New operations, with derived names in specs/resources.yaml",
      [...derived].map(([key, name]) => `${key}: ${name}`),
    ),
    ...formatByVersion("Examples with generated parts", filled),
    ...formatByVersion("Parts removed from examples", dropped),
  ];
}

function formatByVersion(title: string, lines: ReadonlyMap<string, readonly string[]>): string[] {
  return formatList(
    title,
    [...lines].flatMap(([version, own]) => own.map((line) => `${version} ${line}`)),
  );
}

function formatList(title: string, lines: readonly string[], longest = LONGEST): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, longest).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return [`${title} (${lines.length}):`, ...shown, ...(rest === 0 ? [] : [`  … and ${rest} more`])];
}
