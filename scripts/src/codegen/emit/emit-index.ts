import { exportTypes } from "./code.ts";
import { declaredNames } from "./declared-names.ts";

/**
 * `index.ts`: every type of every module, and the public values.
 *
 * @param named the types of `schema.ts` to export; by default all
 */
export function emitIndex(modules: ReadonlyMap<string, string>, named?: ReadonlySet<string>): string {
  const lines: string[] = [];
  for (const [file, source] of modules) {
    const { types, values } = declaredNames(source);
    const from = `./${file.replace(/\.ts$/, ".js")}`;
    if (file === "contract.ts") {
      lines.push(exportTypes(types.map(renameContractType), from));
      continue;
    }
    if (file === "schema.ts" && named !== undefined) {
      lines.push(
        exportTypes(
          types.filter((name) => named.has(name)),
          from,
        ),
      );
      continue;
    }
    // A module without values exports only types, and their names are unique: no need to list hundreds of them again.
    lines.push(values.length === 0 ? `export type * from "${from}";\n` : exportTypes(types, from));
    // The table is a property of the version.
    const constants = values.filter((name) => name !== "operationTable");
    if (constants.length > 0) lines.push(`export { ${constants.join(", ")} } from "${from}";\n`);
  }
  return lines.join("");
}

/** The client exports these names, too. An alias keeps editors from offering each twice, and lets the compiler name inferred types. */
function renameContractType(name: string): string {
  return `${name} as Contract${name}`;
}
