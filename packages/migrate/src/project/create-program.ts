import { dirname, join } from "node:path";
import { ts } from "../compiler.ts";
import { type ApiPackage, readImportedVersion, toTypeName, toValueName } from "./api-package.ts";
import type { ImportGraph } from "./list-dependents.ts";
import type { Project } from "./read-projects.ts";

/** How a program differs from the project on disk. */
export interface ProgramView {
  /** Packages to resolve to when the project does not have them. */
  readonly fallback: readonly ApiPackage[];
  /** The old package resolves to the new one, under the names of the old. */
  readonly replaced?: { readonly from: ApiPackage; readonly to: ApiPackage };
  /** Files that the program reads besides those of the project. */
  readonly extraFiles?: readonly string[];
  /** Contents that replace those on disk, by absolute path. */
  readonly contents?: ReadonlyMap<string, string>;
}

/** Creates programs of one project that share what they have parsed. */
export interface ProgramFactory {
  readonly create: (view: ProgramView) => ts.Program;
  /** What the files import in the programs so far, replaced packages left out. */
  readonly imports: ImportGraph;
}

/**
 * Creates the factory of one project.
 *
 * @param packages whose types are the same for every file: modules of both formats would otherwise see two copies of them
 */
export function createProgramFactory(project: Project, packages: readonly ApiPackage[]): ProgramFactory {
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const imports = new Map<string, Set<string>>();
  const create = (view: ProgramView): ts.Program => {
    const contents = new Map(view.contents);
    const specifiers = new Map(view.fallback.flatMap(({ entries }) => [...entries]));
    const forced = new Map<string, string>();
    if (view.replaced !== undefined) addAliases(view.replaced.from, view.replaced.to, contents, forced);
    const host = createHost(project.options, contents, parsed);
    const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, project.options);
    host.resolveModuleNameLiterals = (literals, containing, redirected, options, file) => {
      const targets = imports.get(containing) ?? new Set();
      imports.set(containing, targets);
      return literals.map((literal) => {
        const alias = forced.get(literal.text);
        if (alias !== undefined) return toResolution(alias);
        const mode = ts.getModeForUsageLocation(file, literal, options);
        const found = ts.resolveModuleName(literal.text, containing, options, host, cache, redirected, mode);
        const fallback = found.resolvedModule === undefined ? specifiers.get(literal.text) : undefined;
        const resolution =
          fallback === undefined ? unifyFormats(found, literal.text, packages) : toResolution(fallback);
        if (resolution.resolvedModule !== undefined) targets.add(resolution.resolvedModule.resolvedFileName);
        return resolution;
      });
    };
    return ts.createProgram({
      rootNames: [...project.files, ...(view.extraFiles ?? [])],
      options: project.options,
      projectReferences: project.references,
      host,
    });
  };
  return { create, imports };
}

function createHost(
  options: ts.CompilerOptions,
  contents: ReadonlyMap<string, string>,
  parsed: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile } = host;
  // The compiler's editor service sets it: references need not be built. The declarations of the compiler omit it.
  Object.assign(host, { useSourceOfProjectReferenceRedirect: () => true });
  host.fileExists = (file) => contents.has(file) || fileExists(file);
  host.readFile = (file) => contents.get(file) ?? readFile(file);
  host.getSourceFile = (file, version) => {
    const text = contents.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, version, true);
    const format = typeof version === "object" ? String(version.impliedNodeFormat) : "";
    const key = `${format} ${file}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(file, version));
    return parsed.get(key);
  };
  return host;
}

/** Adds a module in memory for each entry of the old package; what only the old package has does not resolve. */
function addAliases(
  from: ApiPackage,
  to: ApiPackage,
  contents: Map<string, string>,
  forced: Map<string, string>,
): void {
  for (const [specifier, file] of to.entries) {
    forced.set(specifier, file);
    const path = specifier.slice(to.name.length);
    if (path !== "") forced.set(`${from.name}${path}`, file);
  }
  const main = to.entries.get(to.name);
  if (main === undefined) return;
  const alias = join(dirname(main), "nectar-migrate-alias.d.ts").replaceAll("\\", "/");
  contents.set(alias, formatAlias(from.version, to.version, to.name));
  forced.set(from.name, alias);
}

function formatAlias(from: string, to: string, name: string): string {
  return [
    `export * from "${name}";`,
    `export { ${toValueName(to)} as ${toValueName(from)} } from "${name}";`,
    `export type { ${toTypeName(to)} as ${toTypeName(from)} } from "${name}";`,
    "",
  ].join("\n");
}

/** Replaces the declaration file of an entry of a package by the one that every file sees here, in whichever format. */
function unifyFormats(
  found: ts.ResolvedModuleWithFailedLookupLocations,
  specifier: string,
  packages: readonly ApiPackage[],
): ts.ResolvedModuleWithFailedLookupLocations {
  const { resolvedModule } = found;
  const own = packages.find(({ folder }) =>
    resolvedModule?.resolvedFileName.startsWith(`${folder.replaceAll("\\", "/")}/`),
  );
  const resolvedFileName = own?.entries.get(specifier);
  if (resolvedModule === undefined || resolvedFileName === undefined) return found;
  return { resolvedModule: { ...resolvedModule, resolvedFileName } };
}

function toResolution(file: string): ts.ResolvedModuleWithFailedLookupLocations {
  const resolvedModule = { resolvedFileName: file, extension: ts.Extension.Dts, isExternalLibraryImport: true };
  return { resolvedModule };
}

/** Lists the imports of version packages that the compiler does not find, by specifier, with the first file that has one. */
export function listUnresolved(program: ts.Program): Map<string, string> {
  const unresolved = new Map<string, string>();
  for (const file of program.getSourceFiles()) {
    if (program.isSourceFileFromExternalLibrary(file) || file.isDeclarationFile) continue;
    const checker = program.getTypeChecker();
    for (const literal of listSpecifiers(file)) {
      const { text } = literal;
      if (readImportedVersion(text) === undefined || text.endsWith(".json") || unresolved.has(text)) continue;
      // Without types, nothing resolves: the check reports such a `require`.
      if (isUntypedRequire(literal, checker)) continue;
      if (checker.getSymbolAtLocation(literal) === undefined) unresolved.set(text, file.fileName);
    }
  }
  return unresolved;
}

/** Lists the module specifiers of a file: of imports, exports, `import()`, `require` and import types, also in JSDoc. */
export function listSpecifiers(file: ts.SourceFile): ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  visitNodes(file, (node) => {
    if (ts.isStringLiteralLike(node) && isSpecifier(node)) found.push(node);
  });
  return found;
}

/** Whether a string names a module. */
export function isSpecifier(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isJSDocImportTag(parent)) {
    return parent.moduleSpecifier === node;
  }
  if (ts.isExternalModuleReference(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent) && parent.parent.argument === parent;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  const { expression } = parent;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require")
  );
}

/** Whether a string is the module name of a `require` whose value the compiler does not know: its members can't be followed. */
export function isUntypedRequire(node: ts.StringLiteralLike, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    isSpecifier(node) &&
    (checker.getTypeAtLocation(parent).flags & ts.TypeFlags.Any) !== 0
  );
}

/** Visits every node of a file, those of JSDoc comments included, parents first. */
export function visitNodes(root: ts.Node, visit: (node: ts.Node) => void): void {
  const seen = new Set<ts.Node>();
  const step = (node: ts.Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    visit(node);
    for (const comment of listComments(node)) step(comment);
    ts.forEachChild(node, step);
  };
  step(root);
}

/** All JSDoc comments above a node; the compiler's own function lists the last one only. */
function listComments(node: ts.Node): ts.JSDoc[] {
  const comments: unknown = "jsDoc" in node ? node.jsDoc : undefined;
  return Array.isArray(comments) ? comments : [];
}
