import { listDeclarations } from "../changes/find-members.ts";
import { ts } from "../compiler.ts";
import { type ApiPackage, readImportedVersion, toTypeName, toValueName } from "../project/api-package.ts";
import { isSpecifier, isUntypedRequire, visitNodes } from "../project/create-program.ts";
import type { Edit } from "./edit.ts";

/** The packages of a move. */
export interface Move {
  readonly from: ApiPackage;
  readonly to: ApiPackage;
}

/** Renames module names, and the value and the type of the version, wherever they come from the old package. */
export function renameExports(file: ts.SourceFile, checker: ts.TypeChecker, move: Move): Edit[] {
  const renames = new Map([
    [toValueName(move.from.version), toValueName(move.to.version)],
    [toTypeName(move.from.version), toTypeName(move.to.version)],
  ]);
  const names = new ExportNames(file, checker, move, renames);
  const edits: Edit[] = [];
  visitNodes(file, (node) => {
    if (ts.isStringLiteralLike(node) && !isUntypedRequire(node, checker))
      edits.push(...renameSpecifier(node, file, move));
    if (ts.isIdentifier(node)) edits.push(...names.rename(node));
  });
  return edits;
}

function renameSpecifier(node: ts.StringLiteralLike, file: ts.SourceFile, { from, to }: Move): Edit[] {
  const isAugmented = ts.isModuleDeclaration(node.parent) && node.parent.name === node;
  if (readImportedVersion(node.text) !== from.version || !(isSpecifier(node) || isAugmented)) return [];
  const renamed = to.name + node.text.slice(from.name.length);
  if (!to.entries.has(renamed) && !renamed.endsWith(".json")) return [];
  return [{ start: node.getStart(file) + 1, end: node.end - 1, text: renamed }];
}

class ExportNames {
  readonly #file: ts.SourceFile;
  readonly #checker: ts.TypeChecker;
  readonly #folder: string;
  readonly #renames: ReadonlyMap<string, string>;
  /** Imports whose local name changes with the imported one. */
  readonly #locals: ReadonlyMap<ts.Symbol, string>;

  constructor(file: ts.SourceFile, checker: ts.TypeChecker, move: Move, renames: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#checker = checker;
    this.#folder = `${move.from.folder.replaceAll("\\", "/")}/`;
    this.#renames = renames;
    this.#locals = this.#findLocals();
  }

  /** The edits of one identifier; none if it keeps its name. */
  rename(node: ts.Identifier): Edit[] {
    const { parent } = node;
    const renamed = this.#renames.get(node.text);
    if (renamed === undefined) return [];
    if (ts.isImportSpecifier(parent)) return this.#renameImport(node, parent, renamed);
    if (ts.isExportSpecifier(parent)) return this.#renameExport(node, parent, renamed);
    if (this.#isMember(node)) return [this.#replace(node, toMemberText(node, renamed))];
    return this.#renameLocal(node);
  }

  #renameImport(node: ts.Identifier, specifier: ts.ImportSpecifier, renamed: string): Edit[] {
    const module = specifier.parent.parent.parent.moduleSpecifier;
    if ((specifier.propertyName ?? specifier.name) !== node || !this.#isExportOf(module, node.text)) return [];
    if (specifier.propertyName !== undefined) return [this.#replace(node, renamed)];
    const symbol = this.#checker.getSymbolAtLocation(node);
    const isLocal = symbol !== undefined && this.#locals.has(symbol);
    return [this.#replace(node, isLocal ? renamed : `${renamed} as ${node.text}`)];
  }

  /** A name that others import stays: `export { v2_2 as v2_0 }`. */
  #renameExport(node: ts.Identifier, specifier: ts.ExportSpecifier, renamed: string): Edit[] {
    if ((specifier.propertyName ?? specifier.name) !== node) return [];
    const module = specifier.parent.parent.moduleSpecifier;
    const local = this.#checker.getExportSpecifierLocalTargetSymbol(specifier);
    const isRenamed =
      module === undefined ? local !== undefined && this.#locals.has(local) : this.#isExportOf(module, node.text);
    if (!isRenamed) return [];
    return [this.#replace(node, specifier.propertyName === undefined ? `${renamed} as ${node.text}` : renamed)];
  }

  #renameLocal(node: ts.Identifier): Edit[] {
    const { parent } = node;
    const isShorthand = ts.isShorthandPropertyAssignment(parent) && parent.name === node;
    const symbol = isShorthand
      ? this.#checker.getShorthandAssignmentValueSymbol(parent)
      : this.#checker.getSymbolAtLocation(node);
    const renamed = symbol === undefined ? undefined : this.#locals.get(symbol);
    if (renamed === undefined) return [];
    return [this.#replace(node, isShorthand ? `${node.text}: ${renamed}` : renamed)];
  }

  /** Whether the identifier is a member of the old package: `api.v2_0`, `import("…").V2_0`, `const { v2_0 } = await import("…")`. */
  #isMember(node: ts.Identifier): boolean {
    const { parent } = node;
    if (ts.isImportTypeNode(parent)) {
      return ts.isLiteralTypeNode(parent.argument) && this.#isExportOf(parent.argument.literal, node.text);
    }
    if (ts.isQualifiedName(parent) && parent.right === node) return this.#isExportOf(parent.left, node.text);
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      return this.#isProperty(this.#checker.getTypeAtLocation(parent.expression), node.text);
    }
    if (!ts.isBindingElement(parent) || !ts.isObjectBindingPattern(parent.parent)) return false;
    return (
      (parent.propertyName ?? parent.name) === node &&
      this.#isProperty(this.#checker.getTypeAtLocation(parent.parent), node.text)
    );
  }

  #isProperty(type: ts.Type, name: string): boolean {
    return this.#isOurs(listDeclarations(type, name, this.#checker));
  }

  /** Whether the module of a specifier, or of the name of a namespace, has this export from the old package. */
  #isExportOf(place: ts.Node, name: string): boolean {
    const symbol = this.#checker.getSymbolAtLocation(place);
    if (symbol === undefined) return false;
    const module = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
    const member = this.#checker.tryGetMemberInModuleExports(name, module);
    return this.#isOurs(member?.declarations ?? []);
  }

  #isOurs(declarations: readonly ts.Node[]): boolean {
    return (
      declarations.length > 0 &&
      declarations.every((declaration) => declaration.getSourceFile().fileName.startsWith(this.#folder))
    );
  }

  /** Unless the file uses the new name already, an import changes its local name as well. */
  #findLocals(): Map<ts.Symbol, string> {
    const used = new Set<string>();
    const specifiers: ts.ImportSpecifier[] = [];
    visitNodes(this.#file, (node) => {
      if (ts.isIdentifier(node)) used.add(node.text);
      if (ts.isImportSpecifier(node) && node.propertyName === undefined) specifiers.push(node);
    });
    const locals = new Map<ts.Symbol, string>();
    for (const { name, parent } of specifiers) {
      const renamed = this.#renames.get(name.text);
      const symbol = this.#checker.getSymbolAtLocation(name);
      if (renamed === undefined || symbol === undefined || used.has(renamed)) continue;
      if (this.#isExportOf(parent.parent.parent.moduleSpecifier, name.text)) locals.set(symbol, renamed);
    }
    return locals;
  }

  #replace(node: ts.Node, text: string): Edit {
    return { start: node.getStart(this.#file), end: node.end, text };
  }
}

/** A pattern keeps its variable: `{ v2_2: v2_0 }`. */
function toMemberText(node: ts.Identifier, renamed: string): string {
  const { parent } = node;
  return ts.isBindingElement(parent) && parent.propertyName === undefined ? `${renamed}: ${node.text}` : renamed;
}
