import { join } from "node:path";
import { terminal } from "../shared/terminal.ts";
import { redoclyLint } from "./lint/redocly-lint.ts";
import { main } from "./main.ts";

const root = join(import.meta.dirname, "../../..");
process.exitCode = await main(process.argv.slice(2), root, terminal, redoclyLint);
