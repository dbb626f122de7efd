import { exportTypes } from "./code.ts";
import { declaredNames } from "./declared-names.ts";

/** `index.ts`: every type of every module by its name, and the values that are not only for the package itself. */
export function emitIndex(modules: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [file, source] of modules) {
    const { types, values } = declaredNames(source);
    const from = `./${file.replace(/\.ts$/, ".js")}`;
    if (file === "contract.ts") {
      lines.push(exportTypes(types.map(renameContractType), from));
      continue;
    }
    // A module of types exports nothing else, and no two share a name: a second list of hundreds would only be more to download.
    lines.push(values.length === 0 ? `export type * from "${from}";\n` : exportTypes(types, from));
    // The table is reached through the version; on its own it would be one more name to explain.
    const named = values.filter((name) => name !== "operationTable");
    if (named.length > 0) lines.push(`export { ${named.join(", ")} } from "${from}";\n`);
  }
  return lines.join("");
}

/** The client exports these names. Under another one, an editor offers each once, and a compiler can still name what it infers of a call. */
function renameContractType(name: string): string {
  return `${name} as Contract${name}`;
}
