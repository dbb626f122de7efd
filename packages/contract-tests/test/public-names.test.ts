import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript-5.9";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NEWEST, VERSIONS } from "../src/apis.ts";
import { surfaceProgram } from "../src/surface-program.ts";

const root = join(import.meta.dirname, "..");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(root, "test/typed-"));
});
afterAll(() => rm(folder, { recursive: true }));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  declaration: true,
  types: [],
};

/** Names that a package exports, types included. */
function listExports(program: ts.Program, file: string, specifier: string): string[] {
  const checker = program.getTypeChecker();
  const statement = program.getSourceFile(file)?.statements.filter(ts.isImportDeclaration);
  const found = statement?.find(
    ({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === specifier,
  );
  const symbol = found === undefined ? undefined : checker.getSymbolAtLocation(found.moduleSpecifier);
  if (symbol === undefined) throw new Error(`${specifier} was not found`);
  return checker.getExportsOfModule(symbol).map(({ name }) => name);
}

test("client and version packages share no name, so that an editor offers each once", async () => {
  const file = join(folder, "surface.ts");
  await writeFile(file, surfaceProgram(NEWEST.version));
  const program = ts.createProgram([file], OPTIONS);

  const client = listExports(program, file, "@nectar-sdk/client");
  const api = listExports(program, file, `@nectar-sdk/api-${NEWEST.version}`);

  expect(client).toContain("Paginator");
  expect(api).toContain("Document");
  expect(api.filter((name) => client.includes(name))).toEqual([]);
});

test("the compiler can name every type that a library infers from a call", async () => {
  const files = await Promise.all(
    VERSIONS.map(async ({ version }) => {
      const file = join(folder, `library-${version}.ts`);
      await writeFile(file, surfaceProgram(version));
      return file;
    }),
  );
  const program = ts.createProgram(files, OPTIONS);
  const declarations: string[] = [];

  const { diagnostics } = program.emit(undefined, (name, text) => {
    if (name.endsWith(".d.ts")) declarations.push(text);
  });

  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
  expect(declarations).toHaveLength(VERSIONS.length);
});
