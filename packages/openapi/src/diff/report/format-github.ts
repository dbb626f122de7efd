import type { Severity } from "../change/change.ts";
import { type AnnotationLevel, formatAnnotation } from "./annotation.ts";
import { type DiffReport, formatBehaviour, groupChanges, takeWorst } from "./diff-report.ts";
import { countChanges, describeChange } from "./format-changes.ts";

const LEVELS: Readonly<Record<Severity, AnnotationLevel | undefined>> = {
  breaking: "error",
  maybe: "warning",
  additive: "notice",
  text: undefined,
};

/** Formats a report as annotations of a workflow on GitHub, worst first; changes of text are only counted. */
export function formatGithub({ behaviour, changes, most }: DiffReport): string[] {
  const { listed, omitted } = takeWorst(changes, most);
  const annotations = groupChanges(listed).flatMap((group) =>
    group.changes.flatMap((change) => {
      const level = LEVELS[change.severity];
      const title = `${change.severity}: ${group.subject}`;
      return level === undefined
        ? []
        : [formatAnnotation(level, { title }, `${describeChange(change)} (${change.id})`)];
    }),
  );
  const hidden = behaviour.map((change) =>
    formatAnnotation("warning", { title: change.id }, `${formatBehaviour(change)} ${change.look}`),
  );
  return [...hidden, ...annotations, `${countChanges(changes)}${omitted === 0 ? "" : `; ${omitted} not listed`}`];
}
