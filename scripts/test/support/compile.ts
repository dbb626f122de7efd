import { join } from "node:path";
import { asObject } from "@nectar-sdk/openapi/document";
import ts from "typescript";
import { emitTsconfig } from "../../src/codegen/package/emit-tsconfig.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** The options of a generated package, tests apart. */
const OPTIONS: ts.CompilerOptions = {
  ...ts.convertCompilerOptionsFromJson(
    asObject(ts.readConfigFile(join(ROOT, "tsconfig.base.json"), ts.sys.readFile).config, "tsconfig.base.json")[
      "compilerOptions"
    ],
    ROOT,
  ).options,
  ...ts.convertCompilerOptionsFromJson(asObject(JSON.parse(emitTsconfig()), "tsconfig")["compilerOptions"], ROOT)
    .options,
  types: [],
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles files in memory as a package of this repository is compiled, strictly.
 *
 * @returns a line for each error: file, code and message; with lines, `file(line)`
 */
export function compile(files: ReadonlyMap<string, string>, withLines = false): string[] {
  const folder = join(ROOT, "packages/in-memory");
  const texts = new Map([...files].map(([file, text]) => [join(folder, file), text]));
  texts.set(join(folder, "package.json"), '{ "type": "module" }');
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = (path) => path.startsWith(folder) || ts.sys.directoryExists(path);
  host.getSourceFile = (path, options) => {
    const text = texts.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, options, true);
    // TypeScript's own libraries are the same every time, and reading them takes longer than all the rest.
    if (!libraries.has(path)) libraries.set(path, ts.createSourceFile(path, readFile(path) ?? "", options, true));
    return libraries.get(path);
  };
  const roots = [...texts.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(roots, OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const file = diagnostic.file?.fileName.slice(folder.length + 1) ?? "options";
    const { line } = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0) ?? { line: 0 };
    return `${file}${withLines ? `(${line + 1})` : ""}: TS${diagnostic.code}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}
