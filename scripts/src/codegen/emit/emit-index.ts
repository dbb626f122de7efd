import { declaredNames } from "./declared-names.ts";

/** `index.ts`: every type of every module by its name, and the values that are not only for the package itself. */
export function emitIndex(modules: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [file, source] of modules) {
    const { types, values } = declaredNames(source);
    const from = `./${file.replace(/\.ts$/, ".js")}`;
    // The names stand in the module already, and no two modules share one; a second list of hundreds is only more to download.
    if (types.length > 0) lines.push(`export type * from "${from}";\n`);
    // The table is reached through the version; on its own it would be one more name to explain.
    const named = values.filter((name) => name !== "operationTable");
    if (named.length > 0) lines.push(`export { ${named.join(", ")} } from "${from}";\n`);
  }
  return lines.join("");
}
