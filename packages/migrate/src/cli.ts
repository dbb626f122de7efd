import { readFileSync } from "node:fs";
import process from "node:process";
import { isObject } from "@nectar-sdk/openapi/document";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import type { Surroundings } from "./shared/command.ts";
import { ignoreClosedPipe, terminal } from "./shared/terminal.ts";

/** Runs `nectar-migrate` and returns its exit code. Exit code 2: the command failed, and one line says why and what to do. */
export async function main(
  args: readonly string[],
  surroundings: Surroundings = { cwd: process.cwd(), output: terminal },
  commands: Readonly<Record<string, CommandEntry>> = COMMANDS,
): Promise<number> {
  if (surroundings.output === terminal) ignoreClosedPipe();
  const { log, error } = surroundings.output;
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    for (const line of formatHelp(commands)) log(line);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    log(readVersion());
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const noun = name.startsWith("-") ? "option" : "command";
    error(
      `nectar-migrate: unknown ${noun} ${JSON.stringify(name)}: expected ${listNames(commands)}, --help, --version`,
    );
    return 2;
  }
  try {
    const command = await entry.load();
    if (rest.includes("--help") || rest.includes("-h")) {
      for (const line of command.help.split("\n")) log(line);
      return 0;
    }
    return await command.run(rest, surroundings);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    error(`nectar-migrate ${name}: ${message.replaceAll(/\s*\n\s*/g, " ")}`);
    return 2;
  }
}

function listNames(commands: Readonly<Record<string, CommandEntry>>): string {
  return Object.keys(commands).join(", ");
}

function formatHelp(commands: Readonly<Record<string, CommandEntry>>): string[] {
  const names = Object.keys(commands);
  const width = Math.max(0, ...names.map((name) => name.length));
  return [
    "Usage: nectar-migrate <command> [options]",
    "",
    "Moves a project from one version of the Nectar Climate API to another.",
    "",
    ...names.map((name) => `  ${name.padEnd(width)}  ${commands[name]?.summary ?? ""}`),
    "",
    "nectar-migrate <command> --help shows the options of a command.",
  ];
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return isObject(manifest) ? String(manifest["version"]) : "";
}
