import { exportTypes } from "./code.ts";
import { declaredNames } from "./declared-names.ts";

/** `index.ts`: every name of the package, each exported by name from the module that declares it. */
export function emitIndex(modules: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const [file, source] of modules) {
    const { types, values } = declaredNames(source);
    const from = `./${file.replace(/\.ts$/, ".js")}`;
    lines.push(exportTypes(types, from));
    // The table is reached through the version; on its own it would be one more name to explain.
    const named = values.filter((name) => name !== "operationTable");
    if (named.length > 0) lines.push(`export { ${named.join(", ")} } from "${from}";\n`);
  }
  return lines.join("");
}
