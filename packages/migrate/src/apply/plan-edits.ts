import type { AnalysedProject, Migration } from "../changes/analyse.ts";
import type { Finding } from "../check/finding.ts";
import { explainError, findNewErrors, listErrors } from "../check/new-errors.ts";
import { findServerChange } from "../check/run-check.ts";
import { findSilent } from "../check/silent.ts";
import { ts } from "../compiler.ts";
import { type ApiPackage, toTypeName, toValueName } from "../project/api-package.ts";
import { listSpecifiers } from "../project/create-program.ts";
import { isAliased } from "../project/is-aliased.ts";
import { memoize } from "../shared/memoize.ts";
import { applyEdits } from "./apply-edits.ts";
import { type Edit, sortEdits, toOffsetBefore } from "./edit.ts";
import { placeMarks } from "./place-marks.ts";
import { removeMembers } from "./remove-members.ts";
import { renameExports } from "./rename-exports.ts";
import { renameMembers } from "./rename-members.ts";
import { repairMembers } from "./repair-members.ts";

/** The edits of code files, in memory. */
export interface CodePlan {
  /** Edits by absolute path, in order. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Comments by absolute path. */
  readonly marks: ReadonlyMap<string, readonly Edit[]>;
  /** Errors that the edited project has and the project on disk has not, and those about our packages that both have. */
  readonly errorsLeft: readonly Finding[];
  /** Errors that both have. */
  readonly errorsBefore: number;
  /** Those of them that are about our packages: an earlier run with `--only` may have left them. */
  readonly ownErrorsBefore: readonly Finding[];
}

/** Plans the edits of all projects together, then checks each edited project, and marks what is left. */
export function planEdits(
  projects: readonly AnalysedProject[],
  migration: Migration,
  isWanted: (file: string) => boolean,
): CodePlan {
  const edits = new Map<string, Edit[]>();
  const contents = new Map<string, string>();
  for (const { file, checker, analysed, isRefused } of listFiles(projects, migration, isWanted)) {
    const removed = removeMembers(file, checker, analysed.traces);
    const renamed = [
      ...renameExports(file, checker, migration),
      ...renameMembers(file, checker, analysed.traces, isRefused),
    ];
    const found = sortEdits([...removed, ...renamed.filter(({ start }) => !isInside(start, removed))]);
    if (found.length === 0) continue;
    edits.set(file.fileName, found);
    contents.set(file.fileName, applyEdits(file.text, found));
  }
  const marks = new Map<string, Edit[]>();
  const errorsLeft: Finding[] = [];
  const ownErrorsBefore: Finding[] = [];
  let errorsBefore = 0;
  for (const analysed of projects) {
    const after = createEdited(analysed, migration, edits, contents);
    for (const name of analysed.files) {
      const file = analysed.before.getSourceFile(name);
      if (file === undefined) continue;
      const { left: errors, known } = compareErrors(analysed, after, file, edits.get(name) ?? [], migration);
      const own = known.filter(({ isOwn }) => isOwn).map(({ finding }) => finding);
      errorsLeft.push(...errors, ...own);
      errorsBefore += known.length;
      ownErrorsBefore.push(...own);
      if (!isWanted(name)) continue;
      const certain = listCertain(analysed, migration, file).filter(({ start }) => !isEdited(start, edits.get(name)));
      const placed = placeMarks(file, [...errors, ...certain]);
      if (placed.length > 0) marks.set(name, placed);
    }
  }
  return { edits, marks, errorsLeft, errorsBefore, ownErrorsBefore };
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

function isInside(offset: number, edits: readonly Edit[]): boolean {
  return edits.some(({ start, end }) => start <= offset && offset < end);
}

/** Whether an edit replaces what begins at an offset; inside quotes it begins one character later. */
function isEdited(offset: number, edits: readonly Edit[] = []): boolean {
  return isInside(offset, edits) || isInside(offset + 1, edits);
}

interface PlannedFile {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly analysed: AnalysedProject;
  /** Whether the compiler refuses the code at an offset with the new types. */
  readonly isRefused: (offset: number) => boolean;
}

function* listFiles(
  projects: readonly AnalysedProject[],
  { from, to }: Migration,
  isWanted: (file: string) => boolean,
): Generator<PlannedFile> {
  for (const analysed of projects) {
    const { before, files, create } = analysed;
    // Few files have a string that only the new types tell from an ordinary one, so most projects need no such program.
    const after = memoize(() => create({ replaced: { from, to } }));
    for (const name of files.filter(isWanted)) {
      const file = before.getSourceFile(name);
      if (file === undefined || importsAlias(file, before.getTypeChecker(), from)) continue;
      const refused = memoize(
        () => new Set(findNewErrors(analysed, after(), [name]).findings.map(({ start }) => start)),
      );
      yield { file, checker: before.getTypeChecker(), analysed, isRefused: (offset) => refused().has(offset) };
    }
  }
}

/** A file that imports the old package under another name stays: its parts would name different versions. */
function importsAlias(file: ts.SourceFile, checker: ts.TypeChecker, from: ApiPackage): boolean {
  return listSpecifiers(file).some((node) => isAliased(node, checker, from));
}

interface ComparedErrors {
  readonly left: readonly Finding[];
  /** Errors that the file on disk has as well. */
  readonly known: readonly { readonly finding: Finding; readonly isOwn: boolean }[];
}

/** Compares by the place before the edits. */
function compareErrors(
  { before, dependents, traces }: AnalysedProject,
  after: ts.Program,
  file: ts.SourceFile,
  edits: readonly Edit[],
  migration: Migration,
): ComparedErrors {
  const edited = after.getSourceFile(file.fileName);
  if (edited === undefined) return { left: [], known: [] };
  const errorsBefore = listErrors(before, file);
  const onDisk = new Set(errorsBefore.map(({ code, start }) => `${code} ${start}`));
  const errorsAfter = dependents.has(file.fileName) ? listErrors(after, edited) : errorsBefore;
  const errors = errorsAfter.map((error) => {
    const { start = 0, length = 0, code } = error;
    const begin = toOffsetBefore(edits, start);
    const range = { start: begin, length: toOffsetBefore(edits, start + length) - begin };
    const finding = explainError(error, range, file, before.getTypeChecker(), traces);
    const isOwn = finding.id !== undefined || namesVersion(error, migration);
    return { finding, isOwn, isKnown: onDisk.has(`${code} ${begin}`) };
  });
  return {
    left: errors.filter(({ isKnown }) => !isKnown).map(({ finding }) => finding),
    known: errors.filter(({ isKnown }) => isKnown),
  };
}

/** Whether the compiler quotes a package, a value or a type of a version. */
function namesVersion({ messageText }: ts.Diagnostic, { from, to }: Migration): boolean {
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  const names = [from, to].flatMap(({ name, version }) => [name, toValueName(version), toTypeName(version)]);
  return names.some((name) => message.includes(name));
}

/** Places that compile and certainly break: no error points at them. */
function listCertain({ before, traces }: AnalysedProject, migration: Migration, file: ts.SourceFile): Finding[] {
  const checker = before.getTypeChecker();
  const context = { ...migration, traces, checker, serverChange: findServerChange(migration) };
  return findSilent(file, context).filter(({ certainty }) => certainty === "certain");
}
