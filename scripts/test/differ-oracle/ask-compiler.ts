import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readApi } from "@nectar-sdk/openapi/document";
import { readModel } from "../../src/codegen/model/read-model.ts";
import { deriveCallNames } from "../../src/codegen/names/derive-call-name.ts";
import { emitSchema } from "../../src/codegen/schema/emit-schema.ts";
import { compile } from "../support/compile.ts";
import { type SchemaPair, toDocument } from "./cases.ts";
import { WAYS, type Way, writeCode } from "./write-code.ts";

const CONTRACT = join(import.meta.dirname, "../../../packages/client/src/contract.ts");

/**
 * Generates both packages of many pairs, and compiles code against them in one program. Returns, by pair and way, the statements that
 * compile with the old package and not with the new one.
 */
export function askCompiler(pairs: readonly SchemaPair[]): (index: number, way: Way) => readonly string[] {
  const files = new Map([
    ["contract.ts", readFileSync(CONTRACT, "utf8")],
    ["before.ts", emitTypes(toDocument(pairs, "before"))],
    ["after.ts", emitTypes(toDocument(pairs, "after"))],
  ]);
  const code = new Map<string, readonly string[]>();
  // Pairs with the same old schema share the code against the old package.
  const firsts = new Map<string, number>();
  const findFirst = (index: number) => firsts.get(JSON.stringify(pairs[index]?.before)) ?? index;
  for (const [index, { before }] of pairs.entries()) {
    const isFirst = findFirst(index) === index;
    if (isFirst) firsts.set(JSON.stringify(before), index);
    for (const way of WAYS) {
      const statements = writeCode(before, way);
      code.set(`${way}-${index}`, statements);
      if (isFirst) files.set(`${way}-${index}-before.ts`, toModule(index, way, "before", statements));
      files.set(`${way}-${index}-after.ts`, toModule(index, way, "after", statements));
    }
  }
  const errors = groupErrors(compile(files, true));
  return (index, way) => {
    const isBroken = (file: string, line: number) => errors.has(`${way}-${file}.ts(${line + FIRST})`);
    const statements = code.get(`${way}-${index}`) ?? [];
    return statements.filter(
      (_, line) => !isBroken(`${findFirst(index)}-before`, line) && isBroken(`${index}-after`, line),
    );
  };
}

/** The line of the first statement. */
const FIRST = 10;

function toModule(index: number, way: Way, side: string, statements: readonly string[]): string {
  const path =
    way === "request"
      ? `["/c${index}"]["put"]["requestBody"]>["content"]["application/json"]`
      : `["/c${index}"]["get"]["responses"]>[200]["content"]["application/json"]`;
  return [
    'import type { paths as OldPaths } from "./before.js";',
    `import type { paths as NewPaths } from "./${side}.js";`,
    `type Old = NonNullable<OldPaths${path};`,
    `type New = NonNullable<NewPaths${path};`,
    "declare const old: Old;",
    "declare const received: New;",
    "declare function send(value: New): void;",
    "declare function use(value: unknown): void;",
    "declare function compare<T>(old: T, value: NoInfer<T>): void;",
    ...statements,
    "export const used = [old, received, send, use, compare];",
  ].join("\n");
}

function emitTypes(document: JsonObject): string {
  return emitSchema(document, readModel(document, deriveCallNames(readApi(document).operations)));
}

/** The places with an error, `file(line)`. */
function groupErrors(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map((line) => line.slice(0, line.indexOf(")") + 1)));
}
