import { ts } from "../compiler.ts";
import type { ApiPackage } from "../project/api-package.ts";

/** The types of one package in a program. */
export interface ApiTypesOfProgram {
  /** The type that the package exports under a name. */
  readonly root: (name: string) => ts.Type | undefined;
  /** The type of a member without `undefined`. */
  readonly typeOf: (symbol: ts.Symbol | undefined) => ts.Type | undefined;
  /** The type of a member as text, with `?` if it is optional. */
  readonly format: (symbol: ts.Symbol) => string;
}

/** Reads the types of a package; undefined if the program does not contain its schema. */
export function readTypes(program: ts.Program, api: ApiPackage): ApiTypesOfProgram | undefined {
  const file = program.getSourceFile(api.entries.get(`${api.name}/schema`) ?? "");
  if (file === undefined) return undefined;
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(file);
  const exports = new Map(
    (module === undefined ? [] : checker.getExportsOfModule(module)).map((symbol) => [
      symbol.name,
      (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol),
    ]),
  );
  const typeOf = (symbol: ts.Symbol | undefined) =>
    symbol === undefined ? undefined : checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  return {
    root: (name) => {
      const symbol = exports.get(name);
      return symbol === undefined ? undefined : checker.getDeclaredTypeOfSymbol(symbol);
    },
    typeOf,
    format: (symbol) => {
      const type = checker.typeToString(checker.getTypeOfSymbol(symbol));
      return `${(symbol.flags & ts.SymbolFlags.Optional) !== 0 ? "?" : ""}${type}`;
    },
  };
}
