import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { listRows, type Row, withoutRow } from "./list-rows.ts";
import { runProcess } from "./run-process.ts";
import { SUBJECTS, type Subject, type Table } from "./tables.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A package without one row of a table. */
export interface Mutant {
  readonly subject: Subject;
  readonly table: Table;
  readonly row: Row;
  /** For people: the table and the start of the row. */
  readonly label: string;
}

/** Lists every mutant. */
export function listMutants(): Mutant[] {
  return SUBJECTS.flatMap((subject) =>
    subject.tables.flatMap((table) => {
      const source = readFileSync(join(ROOT, subject.folder, table.file), "utf8");
      return listRows(source, table).map((row) => ({
        subject,
        table,
        row,
        label: `${subject.folder}/${table.file} ${table.name ?? ""}: ${row.text.replace(/\s+/g, " ").slice(0, 60)}`,
      }));
    }),
  );
}

/** A copy of a package in which one row after another is missing. */
export interface Workshop extends Disposable {
  /** Whether a test fails without the row. */
  isNoticed(mutant: Mutant): Promise<boolean>;
  /** Whether the tests pass with every row. */
  isSound(tables: readonly Table[]): Promise<boolean>;
}

/** Copies a package; its dependencies and its build stay links. */
export function openWorkshop(subject: Subject): Workshop {
  const original = join(ROOT, subject.folder);
  const root = realpathSync(mkdtempSync(join(tmpdir(), "removed-rows-")));
  const folder = join(root, subject.folder);
  const isCopied = (path: string) => !/\/(?:node_modules|dist|reports|\.turbo)$/.test(path);
  cpSync(original, folder, { recursive: true, filter: isCopied });
  // The tsconfig of a package extends it.
  cpSync(join(ROOT, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  for (const name of ["node_modules", "dist"]) symlinkSync(join(original, name), join(folder, name));
  const hasFailure = async (tests: readonly string[]) =>
    (await runProcess(
      process.execPath,
      [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--bail", "1", "--reporter", "dot", ...tests],
      folder,
    )) !== 0;
  return {
    isNoticed: async ({ table, row }) => {
      const file = join(folder, table.file);
      const source = readFileSync(file, "utf8");
      writeFileSync(file, withoutRow(source, row, table));
      try {
        return await hasFailure(table.tests);
      } finally {
        writeFileSync(file, source);
      }
    },
    isSound: async (tables) => !(await hasFailure([...new Set(tables.flatMap(({ tests }) => tests))])),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
