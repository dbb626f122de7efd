import { countChanges } from "@nectar-sdk/openapi/diff";
import { groupBy } from "@nectar-sdk/openapi/document";
import { rankSeverity } from "@nectar-sdk/openapi/report";
import type { AdoptPlan } from "./plan-adopt.ts";
import type { Question } from "./questions/questions.ts";

/** The review is one page: longer lists end in their number. */
const LONGEST = 8;

/** Formats the effects of a pull on one page, the worst first. */
export function formatReview(plan: AdoptPlan): string[] {
  const { changes, matches, lost, derived, types, unmatched, filled, dropped, misfits, bare, guesses, decisions } =
    plan;
  return [
    ...formatQuestions(decisions.open),
    ...formatList("Examples to correct in specs/overlays, which pnpm specs:check refuses", misfits),
    ...formatList("Places without an example, since no value was found that their schemas accept", bare),
    ...[...changes].map(([version, own]) => `${version}: ${countChanges(own)}`),
    ...formatList("Kinds of changes, the worst first", countKinds(changes)),
    ...formatGuesses(guesses),
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
    ...formatList(
      "Lost types",
      [...types.lost].map(([name, place]) => `${name}: ${place}`),
    ),
    ...formatList(
      "New types, with derived names in specs/resources.yaml",
      [...types.derived].map(([name, place]) => `${name}: ${place}`),
    ),
    ...formatByVersion("Examples with generated parts", filled),
    ...formatByVersion("Parts removed from examples", dropped),
  ];
}

function formatQuestions(questions: readonly Question[]): string[] {
  if (questions.length === 0) return [];
  return [
    `Questions for a person, to decide in specs/decisions.yaml (${questions.length}):`,
    ...questions.flatMap(({ id, place, text, proposal, choices }) => [
      `  ${id}: ${text} (${place})`,
      `    proposal: ${proposal}; choices: ${choices.join(", ")}`,
    ]),
  ];
}

/** `190 × breaking response error status removed, first in v2.0 GET /ping`. */
function countKinds(changes: AdoptPlan["changes"]): string[] {
  const all = [...changes].flatMap(([version, own]) => own.map((change) => ({ version, ...change })));
  return [...groupBy(all, ({ severity, rule }) => `${severity} ${rule.replaceAll("-", " ")}`)]
    .map(([kind, [first, ...others]]) => ({
      kind,
      first,
      severity: first?.severity ?? "text",
      count: others.length + 1,
    }))
    .sort((a, b) => rankSeverity(a.severity) - rankSeverity(b.severity) || b.count - a.count)
    .map(({ kind, first, count }) => `${count} × ${kind}, first in ${first?.version} ${first?.where.subject}`);
}

function formatGuesses(guesses: AdoptPlan["guesses"]): string[] {
  return (["refuted", "open", "confirmed"] as const).flatMap((fate) => {
    const places = groupBy(
      [...guesses].flatMap(([version, judged]) => judged[fate].map((place) => ({ version, place }))),
      ({ place }) => place,
    );
    const lines = [...places].map(([place, same]) => `${place} (${same.map(({ version }) => version).join(", ")})`);
    return fate === "confirmed" && lines.length > 0
      ? [`Guesses of the reconstruction that are confirmed: ${lines.length}`]
      : formatList(`Guesses of the reconstruction that are ${fate}`, lines);
  });
}

function formatByVersion(title: string, lines: ReadonlyMap<string, readonly string[]>): string[] {
  return formatList(
    title,
    [...lines].flatMap(([version, own]) => own.map((line) => `${version} ${line}`)),
  );
}

function formatList(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LONGEST).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return [`${title} (${lines.length}):`, ...shown, ...(rest === 0 ? [] : [`  … and ${rest} more`])];
}
