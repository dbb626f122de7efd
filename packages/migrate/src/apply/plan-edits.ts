import type { AnalysedProject, Migration } from "../changes/analyse.ts";
import type { Finding } from "../check/finding.ts";
import { explainError, findNewErrors, listErrors } from "../check/new-errors.ts";
import { findServerChange } from "../check/run-check.ts";
import { findSilent } from "../check/silent.ts";
import type { ts } from "../compiler.ts";
import { applyEdits } from "./apply-edits.ts";
import { type Edit, sortEdits, toOffsetBefore } from "./edit.ts";
import { placeMarks } from "./place-marks.ts";
import { renameExports } from "./rename-exports.ts";
import { renameMembers } from "./rename-members.ts";
import { repairMembers } from "./repair-members.ts";

/** The edits of code files, in memory. */
export interface CodePlan {
  /** Edits by absolute path, in order. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Comments by absolute path. */
  readonly marks: ReadonlyMap<string, readonly Edit[]>;
  /** Errors that the edited project has and the project on disk has not. */
  readonly errorsLeft: readonly Finding[];
}

/** Plans the edits of all projects together, then checks each edited project, and marks what is left. */
export function planEdits(
  projects: readonly AnalysedProject[],
  migration: Migration,
  isWanted: (file: string) => boolean,
): CodePlan {
  const edits = new Map<string, Edit[]>();
  const contents = new Map<string, string>();
  for (const { file, checker, analysed, refused } of listFiles(projects, migration, isWanted)) {
    const found = sortEdits([
      ...renameExports(file, checker, migration),
      ...renameMembers(file, checker, analysed.traces, refused),
    ]);
    if (found.length === 0) continue;
    edits.set(file.fileName, found);
    contents.set(file.fileName, applyEdits(file.text, found));
  }
  const marks = new Map<string, Edit[]>();
  const errorsLeft: Finding[] = [];
  for (const analysed of projects) {
    const after = createEdited(analysed, migration, edits, contents);
    for (const name of analysed.files) {
      const file = analysed.before.getSourceFile(name);
      if (file === undefined) continue;
      const errors = listErrorsLeft(analysed, after, file, edits.get(name) ?? []);
      errorsLeft.push(...errors);
      if (!isWanted(name)) continue;
      const placed = placeMarks(file, [...errors, ...listCertain(analysed, migration, file)]);
      if (placed.length > 0) marks.set(name, placed);
    }
  }
  return { edits, marks, errorsLeft };
}

/** Creates the program of the edited files, after a second round for members whose type only the first round shows. */
function createEdited(
  analysed: AnalysedProject,
  { to }: Migration,
  edits: Map<string, Edit[]>,
  contents: Map<string, string>,
): ts.Program {
  const after = analysed.create({ contents });
  let isRepaired = false;
  for (const name of analysed.files) {
    const [file, first] = [after.getSourceFile(name), edits.get(name)];
    const original = analysed.before.getSourceFile(name);
    if (file === undefined || original === undefined || first === undefined) continue;
    const repairs = repairMembers(file, after.getTypeChecker(), analysed.traces, to, first);
    if (repairs.length === 0) continue;
    isRepaired = true;
    const all = sortEdits([...first, ...repairs]);
    edits.set(name, all);
    contents.set(name, applyEdits(original.text, all));
  }
  return isRepaired ? analysed.create({ contents }) : after;
}

interface PlannedFile {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly analysed: AnalysedProject;
  readonly refused: ReadonlySet<number>;
}

function* listFiles(
  projects: readonly AnalysedProject[],
  { from, to }: Migration,
  isWanted: (file: string) => boolean,
): Generator<PlannedFile> {
  for (const analysed of projects) {
    const { before, files, traces, create } = analysed;
    const { findings } = findNewErrors(before, create({ replaced: { from, to } }), files, traces);
    for (const name of files.filter(isWanted)) {
      const file = before.getSourceFile(name);
      if (file === undefined) continue;
      const refused = new Set(findings.filter((finding) => finding.file === name).map(({ start }) => start));
      yield { file, checker: before.getTypeChecker(), analysed, refused };
    }
  }
}

/** Compares by the place before the edits. */
function listErrorsLeft(
  { before, traces }: AnalysedProject,
  after: ts.Program,
  file: ts.SourceFile,
  edits: readonly Edit[],
): Finding[] {
  const edited = after.getSourceFile(file.fileName);
  if (edited === undefined) return [];
  const known = new Set(listErrors(before, file).map(({ code, start }) => `${code} ${start}`));
  return listErrors(after, edited).flatMap((error) => {
    const { start = 0, length = 0, code } = error;
    const begin = toOffsetBefore(edits, start);
    if (known.has(`${code} ${begin}`)) return [];
    const range = { start: begin, length: toOffsetBefore(edits, start + length) - begin };
    return [explainError(error, range, file, before.getTypeChecker(), traces)];
  });
}

/** Places that compile and certainly break: no error points at them. */
function listCertain({ before, traces }: AnalysedProject, migration: Migration, file: ts.SourceFile): Finding[] {
  const checker = before.getTypeChecker();
  const context = { ...migration, traces, checker, serverChange: findServerChange(migration) };
  return findSilent(file, context).filter(({ certainty }) => certainty === "certain");
}
