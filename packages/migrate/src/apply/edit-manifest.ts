import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { Edit } from "./edit.ts";
import type { Move } from "./rename-exports.ts";

/** Keys of a package.json that list dependencies with their ranges. */
export const SECTIONS: ReadonlySet<string> = new Set([
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
]);

/**
 * Edits a package.json: the new package instead of the old one, with a range of the same width, among the dependencies and in the keys
 * beside them.
 *
 * @param keepsOld whether code that stays imports the old package: both are listed then
 */
export function editManifest(text: string, { from, to }: Move, keepsOld: boolean): Edit[] {
  const { file, sections } = parseManifest(text);
  return sections.flatMap((section): Edit[] => {
    if (BESIDE.has(readName(section))) return keepsOld ? [] : editBeside(section.initializer, file, { from, to });
    if (!SECTIONS.has(readName(section)) || !ts.isObjectLiteralExpression(section.initializer)) return [];
    const entries = section.initializer.properties.filter(ts.isPropertyAssignment);
    const old = entries.find((entry) => readName(entry) === from.name);
    if (old === undefined || !ts.isStringLiteral(old.initializer)) return [];
    const hasNew = entries.some((entry) => readName(entry) === to.name);
    const [start, end] = [old.getStart(file), old.end];
    if (hasNew) return keepsOld ? [] : [removeEntry(file, entries, old)];
    const value = moveValue(old.initializer.text, { from, to });
    if (value === undefined) return [];
    const entry = `${JSON.stringify(to.name)}${file.text.slice(old.name.end, old.initializer.getStart(file))}${JSON.stringify(value)}`;
    if (!keepsOld) return [{ start, end, text: entry }];
    const separator = `,${file.text.slice(section.initializer.getStart(file) + 1, entries[0]?.getStart(file) ?? start)}`;
    return [{ start: end, end, text: `${separator}${entry}` }];
  });
}

/** Keys of a package.json whose entries refer to dependencies, at any depth. */
export const BESIDE: ReadonlySet<string> = new Set([
  "peerDependenciesMeta",
  "overrides",
  "resolutions",
  "pnpm",
  "bundledDependencies",
  "bundleDependencies",
]);

/** Renames entries that are the old package, unless the new one is there as well. */
function editBeside(section: ts.Expression, file: ts.SourceFile, move: Move): Edit[] {
  const edits: Edit[] = [];
  const renameText = (node: ts.StringLiteral, text: string) =>
    edits.push({ start: node.getStart(file), end: node.end, text: JSON.stringify(text) });
  visitNodes(section, (node) => {
    if (ts.isArrayLiteralExpression(node)) {
      for (const item of node.elements) {
        if (ts.isStringLiteral(item) && item.text === move.from.name) renameText(item, move.to.name);
      }
    }
    if (!ts.isObjectLiteralExpression(node)) return;
    const entries = node.properties.filter(ts.isPropertyAssignment);
    const old = entries.find((entry) => readName(entry) === move.from.name);
    if (old === undefined || entries.some((entry) => readName(entry) === move.to.name)) return;
    const { name, initializer } = old;
    const value = ts.isStringLiteral(initializer) ? moveValue(initializer.text, move) : "";
    if (value === undefined || !ts.isStringLiteral(name)) return;
    renameText(name, move.to.name);
    if (ts.isStringLiteral(initializer)) renameText(initializer, value);
  });
  return edits;
}

/** Removes an entry with the comma that separates it from its neighbour. */
function removeEntry(file: ts.SourceFile, entries: readonly ts.PropertyAssignment[], old: ts.PropertyAssignment): Edit {
  const index = entries.indexOf(old);
  const next = entries[index + 1];
  if (next !== undefined) return { start: old.getStart(file), end: next.getStart(file), text: "" };
  return { start: entries[index - 1]?.end ?? old.getStart(file), end: old.end, text: "" };
}

/** Parses a package.json into its entries, with their places; none if it is not an object. */
export function parseManifest(text: string): {
  readonly file: ts.SourceFile;
  readonly sections: readonly ts.PropertyAssignment[];
} {
  const file = ts.parseJsonText("package.json", text);
  const root = file.statements[0]?.expression;
  const isManifest = root !== undefined && ts.isObjectLiteralExpression(root);
  return { file, sections: isManifest ? root.properties.filter(ts.isPropertyAssignment) : [] };
}

/** Returns the name of an entry; empty if it is not a string. */
export function readName({ name }: ts.PropertyAssignment): string {
  return ts.isStringLiteral(name) ? name.text : "";
}

/** Returns the value of the new entry for that of the old one; undefined for a path, a repository or an archive, which still leads to the old package. */
export function moveValue(value: string, { from, to }: Move): string | undefined {
  const alias = `npm:${from.name}`;
  // npm's overrides refer to the range of a dependency by its name.
  if (value === `$${from.name}`) return `$${to.name}`;
  if (value === alias) return `npm:${to.name}`;
  if (value.startsWith(`${alias}@`)) {
    return `npm:${to.name}@${toRange(value.slice(alias.length + 1), to.packageVersion)}`;
  }
  const isAddress = value.includes("/") || /^(?!workspace:|catalog:)[a-z][\w+.-]*:/i.test(value);
  return isAddress ? undefined : toRange(value, to.packageVersion);
}

/** `^0.1.0` becomes `^0.3.0`, `0.1.x` becomes `0.3.x`, `0.1.0` stays exact; `workspace:*`, `catalog:` and tags stay. */
export function toRange(range: string, version: string): string {
  const [, prefix, old = ""] = /^((?:workspace:)?(?:\^|~|>=)?)(\d[\w.+*-]*)$/.exec(range) ?? [];
  if (prefix === undefined) return range;
  const isPartial = /^\d+(?:\.(?:\d+|[xX*])){0,2}$/.test(old) && !/^\d+\.\d+\.\d+$/.test(old);
  if (!isPartial) return `${prefix}${version}`;
  const numbers = version.split(/[.+-]/);
  return `${prefix}${old
    .split(".")
    .map((part, index) => (/\d/.test(part) ? (numbers[index] ?? part) : part))
    .join(".")}`;
}

/** Edits the catalogs of a pnpm-workspace.yaml, line by line. */
export function editWorkspace(text: string, { from, to }: Move, keepsOld: boolean): Edit[] {
  const pattern = new RegExp(
    `^([ \\t]+)(["']?)${escapePattern(from.name)}\\2([ \\t]*:[ \\t]*)(["']?)([^"'\\s#]+)\\4`,
    "gm",
  );
  if (new RegExp(`^[ \\t]+["']?${escapePattern(to.name)}["']?[ \\t]*:`, "m").test(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match): Edit[] => {
    const [line, indentation = "", quote = "", colon = "", valueQuote = "", range = ""] = match;
    const value = moveValue(range, { from, to });
    if (value === undefined) return [];
    const entry = `${indentation}${quote}${to.name}${quote}${colon}${valueQuote}${value}${valueQuote}`;
    const end = match.index + line.length;
    return [keepsOld ? { start: end, end, text: `\n${entry}` } : { start: match.index, end, text: entry }];
  });
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
