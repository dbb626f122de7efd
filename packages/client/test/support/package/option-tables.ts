import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./readme-examples.ts";

/** A table in the README, with the interface that it describes. */
const TABLE = /(<!-- options of (\w+) in (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** Replaces the tables of options in a README by tables built from the doc comments of the sources. */
export async function updateOptionTables(readme: string): Promise<string> {
  let updated = readme;
  for (const [block, start, name = "", path = "", end] of readme.matchAll(TABLE)) {
    const source = await readFile(join(PACKAGE_ROOT, path), "utf8");
    updated = updated.replace(block, () => `${start}\n${toOptionTable(source, name)}\n\n${end}`);
  }
  return updated;
}

/** Builds the table of an interface: each option with its default and the first phrase of its doc comment. */
function toOptionTable(source: string, name: string): string {
  const body = source.split(new RegExp(`^export interface ${name}\\b`, "m"))[1]?.split("\n}\n")[0] ?? "";
  const options = [...body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+readonly (\w+)\?:/g)].map(
    ([, comment = "", option]) => {
      const text = comment.replaceAll(/^ *\* ?/gm, "").trim();
      const [phrase = ""] = text.replaceAll(/\s+/g, " ").split(/[.;](?= |$)/);
      return [`\`${option}\``, /@default (.+)/.exec(text)?.[1] ?? "", phrase];
    },
  );
  const rows = [["option", "default", "meaning"], ...options];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  return [lines[0], `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...lines.slice(1)].join("\n");
}
