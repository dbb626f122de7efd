import { copyFile, mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Copies the compiler into `dist`. As a dependency, it would bring a command `tsc` that npm installs in place of the user's `tsc`.
 */
const from = dirname(createRequire(import.meta.url).resolve("typescript-6/lib/typescript.js"));
const to = join(import.meta.dirname, "../dist/typescript");

await mkdir(to, { recursive: true });
await copyFile(join(from, "typescript.js"), join(to, "typescript.cjs"));
await copyFile(join(from, "typescript.d.ts"), join(to, "typescript.d.cts"));
for (const name of ["LICENSE.txt", "ThirdPartyNoticeText.txt"]) await copyFile(join(from, "..", name), join(to, name));
for (const name of await readdir(from)) {
  if (/^lib\..*\.d\.ts$|^lib\.d\.ts$/.test(name)) await copyFile(join(from, name), join(to, name));
}
