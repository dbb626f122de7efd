import { ts } from "../compiler.ts";

/** The files that a file imports, by file; as the compiler names them. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Lists the files of a program whose types can depend on a package: those that import it, directly or through other files. These are all
 * files if one of them declares something global.
 */
export function listDependents(program: ts.Program, imports: ImportGraph, folder: string): Set<string> {
  const start = `${folder.replaceAll("\\", "/")}/`;
  const importers = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [importer, targets] of imports) {
    for (const target of targets) {
      // The source of a referenced project stands for its declarations.
      const name = program.getSourceFile(target)?.fileName ?? target;
      if (name.startsWith(start)) found.add(importer);
      else importers.set(name, [...(importers.get(name) ?? []), importer]);
    }
  }
  // Files that are added meanwhile are visited as well.
  for (const name of found) {
    const file = program.getSourceFile(name);
    if (file !== undefined && isGlobal(file)) return new Set(program.getSourceFiles().map(({ fileName }) => fileName));
    for (const importer of importers.get(name) ?? []) found.add(importer);
  }
  return found;
}

/** Whether files that do not import this one can see its declarations. */
function isGlobal(file: ts.SourceFile): boolean {
  return (
    !ts.isExternalModule(file) || file.statements.some((node) => ts.isModuleDeclaration(node) && isAugmentation(node))
  );
}

function isAugmentation({ name, flags }: ts.ModuleDeclaration): boolean {
  return ts.isStringLiteral(name) || (flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}
