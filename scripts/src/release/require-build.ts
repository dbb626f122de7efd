import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { reportFailure } from "../shared/command-line.ts";
import { asObject } from "../shared/json.ts";
import { parseJson } from "../shared/parse-json.ts";
import { listEntryFiles } from "./check-packed.ts";

// `prepack` of the published packages, run in the folder of one: without it, an unbuilt package would be packed without its code.
try {
  const manifest = asObject(parseJson(await readFile("package.json", "utf8"), "package.json"), "package.json");
  const missing = listEntryFiles(manifest).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new Error(`${manifest["name"]} is not built: ${missing.join(", ")} is missing. Run \`pnpm build\` first`);
  }
} catch (error) {
  process.exitCode = reportFailure("prepack", error, console);
}
