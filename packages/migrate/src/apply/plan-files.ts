import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AnalysedProject, Migration } from "../changes/analyse.ts";
import type { Finding } from "../check/finding.ts";
import { ts } from "../compiler.ts";
import { readImportedVersion } from "../project/api-package.ts";
import { listSpecifiers } from "../project/create-program.ts";
import { listCodeFiles } from "../project/list-files.ts";
import { UsageError } from "../shared/usage-error.ts";
import { applyEdits } from "./apply-edits.ts";
import { type Edit, sortEdits } from "./edit.ts";
import { editManifest, editWorkspace } from "./edit-manifest.ts";
import { listStaleEntries } from "./list-stale-entries.ts";
import { planEdits } from "./plan-edits.ts";
import type { PlannedWrite } from "./write-files.ts";

/** A file with its edits. */
export interface PlannedFile extends PlannedWrite {
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly marks: number;
}

/** Everything that `apply` does, in memory. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly errorsLeft: readonly Finding[];
  readonly errorsBefore: number;
  readonly ownErrorsBefore: readonly Finding[];
  /** Files that need edits and that a generator owns. */
  readonly generated: readonly string[];
  /** A file that is not UTF-8. */
  readonly unreadable: readonly string[];
  /** Places that a person has to change. */
  readonly notes: readonly Note[];
}

/** A place outside the checked code that names the old package. */
interface Note {
  readonly file: string;
  readonly text: string;
}

const BOM = "\uFEFF";

/** Plans the edits of code, package.json and pnpm-workspace.yaml. */
export function planFiles(
  projects: readonly AnalysedProject[],
  migration: Migration,
  root: string,
  isWanted: (file: string) => boolean,
): Plan {
  const read = createReader();
  const generated = new Set(
    projects.flatMap(({ before, files }) =>
      files.filter((file) => isGenerated(before.getSourceFile(file)?.text ?? "")),
    ),
  );
  const plan = planEdits(projects, migration, (file) => isWanted(file) && !generated.has(file));
  const names = new Set([...plan.edits.keys(), ...plan.marks.keys()]);
  const parsed = new Map(
    projects.flatMap(({ before, files }) => files.map((file) => [file, before.getSourceFile(file)?.text])),
  );
  const code = [...names].sort().map((name) => {
    const source = read(name);
    if (source.text !== parsed.get(name)) throw new UsageError(`${name} changed while the command ran: run it again`);
    return toPlanned(source, plan.edits.get(name) ?? [], plan.marks.get(name) ?? []);
  });
  const outside = listOutside(projects, migration, root, read);
  const keepsOld = outside.length > 0 || projects.some((project) => importsOld(project, migration, plan.edits));
  const manifestFiles = listManifests(projects, root);
  const manifests = manifestFiles.map((file) => {
    const source = read(file);
    const editText = file.endsWith(".yaml") ? editWorkspace : editManifest;
    return toPlanned(source, editText(source.text, migration, keepsOld), []);
  });
  const files = [...code, ...manifests].filter(({ edits, marks }) => edits.length + marks > 0);
  const isReadable = ({ file }: PlannedFile) => read(file).isUtf8;
  return {
    files: files.filter(isReadable),
    errorsLeft: plan.errorsLeft,
    errorsBefore: plan.errorsBefore,
    ownErrorsBefore: plan.ownErrorsBefore,
    generated: [...generated].filter((file) => read(file).text.includes(migration.from.name)),
    unreadable: files.filter((file) => !isReadable(file)).map(({ file }) => file),
    notes: [
      ...outside.map((file) => ({ file, text: `imports ${migration.from.name} and is outside every tsconfig` })),
      ...manifestFiles.flatMap((file) => listManifestNotes(read(file), migration, keepsOld)),
    ],
  };
}

/** A generator writes the file again, so an edit would be lost. */
function isGenerated(text: string): boolean {
  return /^(?:\s*(?:\/\/|\/?\*)[^\n]*\n)*?\s*(?:\/\/|\/?\*)[^\n]*(?:@generated|\bdo not edit\b)/i.test(
    text.slice(0, 2000),
  );
}

/** Whether a file keeps a module name of the old package after the edits. */
function importsOld(
  { before, files }: AnalysedProject,
  { from }: Migration,
  edits: ReadonlyMap<string, readonly Edit[]>,
): boolean {
  return files.some((name) => {
    const file = before.getSourceFile(name);
    if (file === undefined) return false;
    const edited = new Set(edits.get(name)?.map(({ end }) => end));
    return listSpecifiers(file).some(
      (node) => readImportedVersion(node.text) === from.version && !edited.has(node.end - 1),
    );
  });
}

/** Lists the code files that import the old package and that no program contains. */
function listOutside(
  projects: readonly AnalysedProject[],
  { from }: Migration,
  root: string,
  read: (name: string) => SourceText,
): string[] {
  const checked = new Set(projects.flatMap(({ files }) => files.map((file) => realpathSync(file))));
  return listCodeFiles(root).filter((name) => {
    if (checked.has(realpathSync(name))) return false;
    const { text } = read(name);
    if (!text.includes(from.name)) return false;
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    return listSpecifiers(file).some((node) => readImportedVersion(node.text) === from.version);
  });
}

function listManifestNotes({ file, text }: SourceText, migration: Migration, keepsOld: boolean): Note[] {
  if (file.endsWith(".yaml")) return [];
  return listStaleEntries(text, migration, keepsOld).map((entry) => ({
    file,
    text: `names the old package in ${entry}`,
  }));
}

function toPlanned(source: SourceText, edits: readonly Edit[], marks: readonly Edit[]): PlannedFile {
  const { file, bytes, text, bom } = source;
  const content = Buffer.from(bom + applyEdits(text, sortEdits([...edits, ...marks])));
  return { file, original: bytes, content, before: text, edits, marks: marks.length };
}

/** Content of a file at the time of the plan. */
interface SourceText {
  /** Where links lead: renaming onto a link would replace it. */
  readonly file: string;
  readonly bytes: Buffer;
  /** Without the byte order mark. */
  readonly text: string;
  readonly bom: string;
  readonly isUtf8: boolean;
}

/** Creates a reader that reads each file once. */
function createReader(): (name: string) => SourceText {
  const known = new Map<string, SourceText>();
  return (name) => {
    const file = realpathSync(name);
    const source = known.get(file) ?? readText(file);
    known.set(file, source);
    return source;
  };
}

function readText(file: string): SourceText {
  const bytes = readFileSync(file);
  const whole = bytes.toString("utf8");
  const bom = whole.startsWith(BOM) ? BOM : "";
  return { file, bytes, text: whole.slice(bom.length), bom, isUtf8: Buffer.from(whole).equals(bytes) };
}

/** Lists the manifests of the projects and of the folders around them, up to the root. */
function listManifests(projects: readonly AnalysedProject[], root: string): string[] {
  const folders = new Set([root]);
  for (const { project } of projects) {
    for (let folder = dirname(project.config); folder.startsWith(root); folder = dirname(folder)) {
      folders.add(folder);
      if (folder === root) break;
    }
  }
  const files = [...folders].map((folder) => join(folder, "package.json"));
  return [...files, join(root, "pnpm-workspace.yaml")].filter((file) => existsSync(file)).sort();
}
