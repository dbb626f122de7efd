import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ts } from "../compiler.ts";
import { type ApiPackage, readImportedVersion } from "./api-package.ts";
import { isSpecifier } from "./create-program.ts";

/** Whether a string imports the package under another name, as an npm alias does: the edits know the package by its name. */
export function isAliased(node: ts.StringLiteralLike, checker: ts.TypeChecker, { name, folder }: ApiPackage): boolean {
  if (/^[./]/.test(node.text) || readImportedVersion(node.text) !== undefined || !isSpecifier(node)) return false;
  const file = checker.getSymbolAtLocation(node)?.declarations?.[0]?.getSourceFile().fileName;
  if (file === undefined) return false;
  if (file.startsWith(`${folder.replaceAll("\\", "/")}/`)) return true;
  // Each alias of npm is a copy in its own folder.
  const [own] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [];
  const manifest = own === undefined ? undefined : join(own, "package.json");
  if (manifest === undefined || !existsSync(manifest) || dirname(manifest) === folder) return false;
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  return Object(content).name === name;
}
