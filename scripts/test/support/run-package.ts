import vm from "node:vm";
import ts from "typescript";
import type { PackageFiles } from "../../src/codegen/generate-package.ts";

/** The word that payloads use as a name: code that reads it is code of a document. */
export const CANARY = "CANARY";

/** The effects of importing a package. */
export interface PackageRun {
  /** How often code looked for the canary. */
  readonly reads: number;
  /** Names in the code that contain the name of the canary, except in strings and comments. */
  readonly names: readonly string[];
  /** What `index.ts` exports at run time. */
  readonly exports: readonly string[];
}

/** Compiles the modules of a package and runs them, in a separate realm that watches the canary. */
export function runPackage(files: PackageFiles): PackageRun {
  let reads = 0;
  const world = vm.createContext(
    Object.defineProperty({}, CANARY, {
      get: () => {
        reads += 1;
        return () => undefined;
      },
    }),
  );
  const modules = new Map(
    [...files].filter(([file]) => file.startsWith("src/")).map(([file, text]) => [file, compile(text)]),
  );
  const loaded = new Map<string, object>();
  const load = (file: string): object => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const exported = {};
    loaded.set(file, exported);
    const run = vm.runInContext(`(function (exports, require) {${modules.get(file) ?? ""}\n})`, world);
    run(exported, (name: string) => load(`src/${name.slice(2).replace(/\.js$/, ".ts")}`));
    return exported;
  };
  const exports = Object.keys(load("src/index.ts")).sort();
  return { reads, names: [...modules.values()].flatMap(namesWithCanary), exports };
}

function compile(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ESNext, removeComments: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

function namesWithCanary(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text.includes(CANARY)) found.push(node.text);
    // A key of the table is a name of the document and looks nothing up.
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) visit(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("code.js", code, ts.ScriptTarget.ESNext));
  return found;
}
