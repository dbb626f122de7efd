import { terminal } from "../../shared/terminal.ts";
import { compactFolder } from "./compact-folder.ts";

// The last step of a package's build, run in its folder: `node …/compact/cli.ts dist`.
const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  terminal.error("compact: name the folder of compiled files, for example `dist`");
  process.exitCode = 2;
} else await compactFolder(folder);
