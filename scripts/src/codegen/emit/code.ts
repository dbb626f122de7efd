/** First line of every generated file that can hold a comment. */
export function generatedNote(version: string): string {
  return `Generated from specs/${version}/openapi.json by \`pnpm codegen\`. Do not edit: change the document, an overlay or resources.yaml.`;
}

/** `import type { A, B } from "./x.js";`; nothing where nothing is used. */
export function importTypes(names: Iterable<string>, from: string): string {
  return listNames("import type", names, from);
}

/** `export type { A, B } from "./x.js";` */
export function exportTypes(names: Iterable<string>, from: string): string {
  return listNames("export type", names, from);
}

/** A key as a property name: quoted only if it has to be. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** A key of an object literal, where `__proto__` is no key but the prototype, unless it is computed. */
export function literalKey(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : propertyKey(key);
}

function listNames(keyword: string, names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  if (sorted.length === 0) return "";
  return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${from}";\n`;
}
