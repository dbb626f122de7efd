import process from "node:process";
import { main } from "../../src/cli.ts";
import { createCommands } from "../../src/commands.ts";
import { terminal } from "../../src/shared/terminal.ts";
import { INVENTED } from "./invented-history.ts";

/** The program `nectar-migrate` for the invented API. */
const surroundings = { cwd: process.cwd(), output: terminal };
process.exitCode = await main(process.argv.slice(2), surroundings, createCommands(INVENTED));
