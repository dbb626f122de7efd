/** Columns of a generated line of code. Doc comments may be longer: editors wrap them. */
const MAX_COLUMNS = 120;

/** First line of every generated file whose format has comments. */
export function generatedNote(version: string): string {
  return `Generated from specs/${version}/openapi.json and specs/resources.yaml by \`pnpm codegen\`. Do not edit.`;
}

/** `import type { A, B } from "./x.js";`; empty if nothing is used. */
export function importTypes(names: Iterable<string>, from: string): string {
  return listNames("import type", names, from);
}

/** `export type { A, B } from "./x.js";` */
export function exportTypes(names: Iterable<string>, from: string): string {
  return listNames("export type", names, from);
}

/** A key as a property name, quoted only if necessary. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** A key of an object literal. A plain `__proto__` would set the prototype, so it becomes a computed key. */
export function literalKey(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : propertyKey(key);
}

function listNames(keyword: string, names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  if (sorted.length === 0) return "";
  return `${joinList(`${keyword} { `, sorted, ` } from "${from}";`)}\n`;
}

/** A comma-separated list on one line if it fits, otherwise with one item per line. */
export function joinList(before: string, items: readonly string[], after: string): string {
  const line = `${before}${items.join(", ")}${after}`;
  if (line.length <= MAX_COLUMNS) return line;
  const indentation = /^ */.exec(before)?.[0] ?? "";
  const lines = items.map((item) => `${indentation}  ${item},\n`);
  return `${before.trimEnd()}\n${lines.join("")}${indentation}${after.trimStart()}`;
}

/** A union on one line if it fits, otherwise with one member per line. */
export function wrapUnion(line: string): string {
  const declaration = /^( *)(.+? =) (.+ \| .+)$/.exec(line);
  if (line.length <= MAX_COLUMNS || declaration === null) return line;
  const [, indentation = "", head = "", union = ""] = declaration;
  return [`${indentation}${head}`, ...union.split(" | ").map((member) => `${indentation}  | ${member}`)].join("\n");
}
