import { countChanges, describeChange, type Severity } from "@nectar-sdk/openapi/diff";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { type DiffReport, formatBehaviour, groupChanges } from "./report.ts";

const LEVELS: Readonly<Record<Severity, string | undefined>> = {
  breaking: "error",
  maybe: "warning",
  additive: "notice",
  text: undefined,
};

/** Formats a report as annotations of a workflow on GitHub, worst first; changes of text are only counted. */
export function formatGithub({ behaviour, changes }: DiffReport): string[] {
  const annotations = groupChanges(changes).flatMap((group) =>
    group.changes.flatMap((change) => {
      const level = LEVELS[change.severity];
      const title = escapeProperty(`${change.severity}: ${group.subject}`);
      return level === undefined
        ? []
        : [`::${level} title=${title}::${escapeData(`${describeChange(change)} (${change.id})`)}`];
    }),
  );
  const hidden = behaviour.map(
    (change) =>
      `::warning title=${escapeProperty(change.id)}::${escapeData(`${formatBehaviour(change)} ${change.look}`)}`,
  );
  return [...hidden, ...annotations, countChanges(changes)];
}

/** Escapes a value as in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. */
function escapeData(text: string): string {
  return makeVisible(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
