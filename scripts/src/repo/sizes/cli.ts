import { join } from "node:path";
import { messageOf } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { packageFolder, packageName } from "../../shared/version-names.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { BUDGETS, measurePackage } from "./measure-package.ts";

const root = join(import.meta.dirname, "../../../..");

try {
  terminal.log(
    `${"bytes".padEnd(24)}${["without openapi.json", "each file alone", "with it", "code that runs"].map(column).join("")}`,
  );
  for (const version of VERSIONS) {
    const sizes = await measurePackage(join(root, packageFolder(version)));
    const figures = [sizes.withoutDocument, sizes.singly, sizes.tarball, sizes.runtime];
    terminal.log(`${packageName(version).padEnd(24)}${figures.map(String).map(column).join("")}`);
  }
  terminal.log(
    `${"at most".padEnd(24)}${[BUDGETS.withoutDocument, "", "", BUDGETS.runtime].map(String).map(column).join("")}`,
  );
} catch (error) {
  terminal.error(`sizes: ${messageOf(error)}`);
  process.exitCode = 1;
}

function column(text: string): string {
  return text.padStart(22);
}
