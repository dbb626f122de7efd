import { join } from "node:path";
import { terminal } from "../../shared/terminal.ts";
import { main } from "./main.ts";
import { progressOn } from "./progress.ts";

const specs = join(import.meta.dirname, "../../../../specs");
process.exitCode = await main(process.argv.slice(2), specs, terminal, progressOn(process.stderr, process.env));
