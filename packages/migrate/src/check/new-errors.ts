import type { AnalysedProject } from "../changes/analyse.ts";
import { findMembers } from "../changes/find-members.ts";
import { explainChange } from "../changes/meanings.ts";
import type { TracedChange, Traces } from "../changes/trace-changes.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { Finding } from "./finding.ts";
import { locate } from "./locate.ts";

/** The errors that a program has and another one of the same files has not. */
export interface NewErrors {
  readonly findings: Finding[];
  /** Errors that the project has without any change. */
  readonly errorsBefore: number;
}

/** Compares the errors of the same files in two programs, and explains each new one by the change that causes it. */
export function findNewErrors(
  { before, dependents, traces }: Pick<AnalysedProject, "before" | "dependents" | "traces">,
  after: ts.Program,
  files: readonly string[],
): NewErrors {
  let errorsBefore = 0;
  const findings = files.flatMap((name) => {
    const file = after.getSourceFile(name);
    const old = before.getSourceFile(name);
    if (file === undefined || old === undefined) return [];
    const known = listErrors(before, old);
    errorsBefore += known.length;
    if (!dependents.has(name)) return [];
    const keys = new Set(known.map(toKey));
    return listErrors(after, file)
      .filter((error) => !keys.has(toKey(error)))
      .map((error) => explainError(error, error, old, before.getTypeChecker(), traces));
  });
  return { findings, errorsBefore };
}

/** Lists the errors in one file of a program. */
export function listErrors(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
  return program.getSemanticDiagnostics(file).filter(({ category }) => category === ts.DiagnosticCategory.Error);
}

function toKey({ code, start, length }: ts.Diagnostic): string {
  return `${code} ${start} ${length}`;
}

/** Explains an error of a new program at a range of the old file. */
export function explainError(
  error: ts.Diagnostic,
  { start = 0, length = 0 }: { readonly start?: number | undefined; readonly length?: number | undefined },
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  traces: Traces,
): Finding {
  const message = shorten(ts.flattenDiagnosticMessageText(error.messageText, " "));
  const traced = findTraced(file, start, start + length, checker, traces) ?? findByMessage(message, traces);
  const why = traced === undefined ? message : `${explainChange(traced.change)} (TS${error.code}: ${message})`;
  return {
    id: traced?.change.id,
    rule: traced?.change.rule ?? "type-error",
    kind: "type-error",
    certainty: "certain",
    ...locate(file, start, start + length),
    why,
    advice: traced?.advice ?? "Compare the code with the new type.",
  };
}

/** Types in messages can be pages long. */
const LONGEST_MESSAGE = 200;

function shorten(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}

/** The change of the first name in the range of an error that refers to a changed declaration. */
function findTraced(
  file: ts.SourceFile,
  start: number,
  end: number,
  checker: ts.TypeChecker,
  traces: Traces,
): TracedChange | undefined {
  let found: TracedChange | undefined;
  visitNodes(file, (node) => {
    if (found !== undefined || node.getStart(file) < start || node.end > end) return;
    found = findMembers(node, checker)
      .map((declaration) => traces.get(declaration))
      .find((traced) => traced !== undefined);
    // A path is not a member of anything: the name is enough, as the compiler has refused it here.
    if (found === undefined && ts.isStringLiteralLike(node) && node.text.startsWith("/")) {
      found = [...traces.values()].find(({ name }) => name === node.text);
    }
  });
  return found;
}

/** The compiler quotes the property that it misses. */
function findByMessage(message: string, traces: Traces): TracedChange | undefined {
  const quoted = new Set([...message.matchAll(/['"]([^'"]+)['"]/g)].map(([, name]) => name));
  return [...traces.values()].find(({ name }) => quoted.has(name));
}
