import { main } from "../../src/cli.ts";
import { COMMANDS, type CommandEntry, createCommands } from "../../src/commands.ts";
import { INVENTED } from "./invented-history.ts";

/** The exit code and the lines of a command. */
export interface Run {
  readonly code: number;
  readonly out: string[];
  readonly err: string[];
}

/** Runs `nectar-migrate` for the invented API in a folder, in this process. */
export function runMain(cwd: string, ...args: string[]): Promise<Run> {
  return run(createCommands(INVENTED), cwd, args);
}

/** Runs `nectar-migrate` for Nectar's API. */
export function runNectar(cwd: string, ...args: string[]): Promise<Run> {
  return run(COMMANDS, cwd, args);
}

async function run(
  commands: Readonly<Record<string, CommandEntry>>,
  cwd: string,
  args: readonly string[],
): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const output = { log: (line: string) => void out.push(line), error: (line: string) => void err.push(line) };
  return { code: await main(args, { cwd, output }, commands), out, err };
}
