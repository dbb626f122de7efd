import { join } from "node:path";
import { terminal } from "../shared/terminal.ts";
import { main } from "./main.ts";
import { redoclyLint } from "../codegen/lint/redocly-lint.ts";

process.exitCode = await main(join(import.meta.dirname, "../../.."), terminal, redoclyLint);
