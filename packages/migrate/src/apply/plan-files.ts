import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AnalysedProject, Migration } from "../changes/analyse.ts";
import type { Finding } from "../check/finding.ts";
import { readImportedVersion } from "../project/api-package.ts";
import { listSpecifiers } from "../project/create-program.ts";
import { applyEdits } from "./apply-edits.ts";
import { type Edit, sortEdits } from "./edit.ts";
import { editManifest, editWorkspace } from "./edit-manifest.ts";
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
  /** Files that need edits and that a generator owns. */
  readonly generated: readonly string[];
  /** A file that is not UTF-8. */
  readonly unreadable: readonly string[];
}

const BOM = "\uFEFF";

/** Plans the edits of code, package.json and pnpm-workspace.yaml. */
export function planFiles(
  projects: readonly AnalysedProject[],
  migration: Migration,
  root: string,
  isWanted: (file: string) => boolean,
): Plan {
  const generated = new Set(
    projects.flatMap(({ before, files }) =>
      files.filter((file) => isGenerated(before.getSourceFile(file)?.text ?? "")),
    ),
  );
  const plan = planEdits(projects, migration, (file) => isWanted(file) && !generated.has(file));
  const names = new Set([...plan.edits.keys(), ...plan.marks.keys()]);
  const code = [...names].sort().map((name) => toPlanned(name, plan.edits.get(name) ?? [], plan.marks.get(name) ?? []));
  const keepsOld = projects.some((project) => importsOld(project, migration, plan.edits));
  const manifests = listManifests(projects, root).map((file) => {
    const text = readText(file).text;
    const isWorkspace = file.endsWith(".yaml");
    return toPlanned(
      file,
      isWorkspace ? editWorkspace(text, migration, keepsOld) : editManifest(text, migration, keepsOld),
      [],
    );
  });
  const files = [...code, ...manifests].filter(({ edits, marks }) => edits.length + marks > 0);
  const isReadable = ({ file }: PlannedFile) => readText(file).isUtf8;
  return {
    files: files.filter(isReadable),
    errorsLeft: plan.errorsLeft,
    generated: [...generated].filter((file) => readText(file).text.includes(migration.from.name)),
    unreadable: files.filter((file) => !isReadable(file)).map(({ file }) => file),
  };
}

/** A generator writes the file again, so an edit would be lost. */
function isGenerated(text: string): boolean {
  return /^(?:\s*(?:\/\/|\/?\*)[^\n]*\n)*?\s*(?:\/\/|\/?\*)[^\n]*(?:@generated|\bdo not edit\b)/i.test(
    text.slice(0, 2000),
  );
}

function importsOld(
  { before, files }: AnalysedProject,
  { from }: Migration,
  edits: ReadonlyMap<string, unknown>,
): boolean {
  return files.some((name) => {
    const file = before.getSourceFile(name);
    return (
      file !== undefined &&
      !edits.has(name) &&
      listSpecifiers(file).some(({ text }) => readImportedVersion(text) === from.version)
    );
  });
}

function toPlanned(name: string, edits: readonly Edit[], marks: readonly Edit[]): PlannedFile {
  // A link is followed: renaming onto it would replace the link.
  const file = realpathSync(name);
  const { text, bom } = readText(file);
  const content = Buffer.from(bom + applyEdits(text, sortEdits([...edits, ...marks])));
  return { file, content, before: text, edits, marks: marks.length };
}

function readText(file: string): { readonly text: string; readonly bom: string; readonly isUtf8: boolean } {
  const bytes = readFileSync(file);
  const whole = bytes.toString("utf8");
  const bom = whole.startsWith(BOM) ? BOM : "";
  return { text: whole.slice(bom.length), bom, isUtf8: Buffer.from(whole).equals(bytes) };
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
