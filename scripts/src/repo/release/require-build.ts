import { existsSync } from "node:fs";
import { reportFailure } from "../../shared/command-line.ts";
import { readManifest } from "../../shared/read-manifest.ts";
import { terminal } from "../../shared/terminal.ts";
import { listEntryFiles } from "./check-packed.ts";

// `prepack` of the published packages, run in the folder of one: without it, an unbuilt package would be packed without its code.
try {
  const manifest = await readManifest(".");
  const missing = listEntryFiles(manifest).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new Error(`${manifest["name"]} is not built: missing ${missing.join(", ")}. Run \`pnpm build\` first`);
  }
} catch (error) {
  process.exitCode = reportFailure("prepack", error, terminal);
}
