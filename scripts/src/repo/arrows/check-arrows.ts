import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { ArrowRule, Seam } from "./rules.ts";

/** A source file with the modules that it imports; the path is relative to the repository and uses `/`. */
export interface SourceImports {
  readonly path: string;
  readonly imports: readonly string[];
}

/** One line for each import that points where no arrow does. */
export function checkArrows(
  files: readonly SourceImports[],
  rules: readonly ArrowRule[],
  seams: readonly Seam[],
): string[] {
  return files.flatMap((file) => {
    const rule = rules.find(({ folder }) => isBelow(file.path, folder));
    if (rule === undefined)
      return [`${file.path}: no arrow is drawn for this folder; add it to scripts/src/repo/arrows/rules.ts`];
    return file.imports.flatMap((specifier) => [
      ...checkImport(file.path, specifier, rule),
      ...checkSeams(file.path, specifier, seams),
    ]);
  });
}

function checkImport(path: string, specifier: string, rule: ArrowRule): string[] {
  if (isBuiltin(specifier)) return [];
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier);
    return isBelow(target, rule.folder)
      ? []
      : [`${path}: "${specifier}" leaves ${rule.folder}; import the package by name`];
  }
  const name = packageOf(specifier);
  if (/^@nectar-sdk\/[^/]+\/src(\/|$)/.test(specifier)) return [`${path}: "${specifier}" reaches into a sibling's src`];
  if (rule.may.some((allowed) => matches(name, allowed))) return [];
  return [`${path}: ${rule.folder} may not import "${name}" (${rule.may.join(", ") || "nothing"} is allowed)`];
}

function checkSeams(path: string, specifier: string, seams: readonly Seam[]): string[] {
  return seams
    .filter(
      ({ dependency, within }) => packageOf(specifier) === dependency && within.some((folder) => isBelow(path, folder)),
    )
    .filter(({ file }) => file !== path)
    .map(({ dependency, file }) => `${path}: "${dependency}" is imported by ${file} alone`);
}

/** `@scope/name/sub` → `@scope/name`, `name/sub` → `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isBelow(path: string, folder: string): boolean {
  return new RegExp(`^${pattern(folder)}/`).test(path);
}

function matches(name: string, allowed: string): boolean {
  return new RegExp(`^${pattern(allowed)}$`).test(name);
}

/** `*` stands for any characters but `/`. */
function pattern(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
}
