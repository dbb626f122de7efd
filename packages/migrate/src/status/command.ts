import { relative } from "node:path";
import { listMarks } from "../marks/marks.ts";
import type { Command } from "../shared/command.ts";
import { parseCommandLine } from "../shared/migration-options.ts";

const HELP = `Usage: nectar-migrate status

Lists the comments \`FIXME(nectar-migrate <id>)\` that \`apply\` left in code files below this folder. Replace FIXME with ok to acknowledge one.

Exit code 0: no comment is left; 1: some are; 2: the command failed.`;

/** `nectar-migrate status`. */
export const status: Command = {
  help: HELP,
  run: async (args, { cwd, output }) => {
    parseCommandLine(args, {});
    const marks = listMarks(cwd);
    const open = marks.filter(({ isAcknowledged }) => !isAcknowledged);
    for (const { file, line, id, text } of open) output.log(`${relative(cwd, file)}:${line}: ${id}: ${text}`);
    output.log(`${open.length} to do, ${marks.length - open.length} acknowledged`);
    return open.length === 0 ? 0 : 1;
  },
};
