// Builds the package in the current folder as ES modules in `dist/esm` and as CommonJS in `dist/cjs`, both with declarations. It runs before
// any package is built, so it imports none.
//
// A package with a `rolldown.config.js` is bundled; the compiler writes only its declarations. `--runtime <project> <folder>` adds CommonJS
// for one project of a package whose ES modules lie in a folder.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { compileProject, copyDeclarations, runBin, writeModuleType } from "./compile.ts";

const ESM = "dist/esm";
const CJS = "dist/cjs";
const PROJECT = "tsconfig.build.json";
const [option, project = "", folder = ""] = process.argv.slice(2);

if (option === "--runtime") {
  compileProject(project, CJS, "commonjs");
  await copyDeclarations(folder, CJS);
} else {
  await rm("dist", { recursive: true, force: true });
  compileProject(PROJECT, ESM, "module");
  if (existsSync("rolldown.config.js")) runBin("rolldown", "bin/cli.mjs", "--config", "rolldown.config.js");
  else compileProject(PROJECT, CJS, "commonjs");
  await copyDeclarations(ESM, CJS);
  await writeModuleType(ESM, "module");
}
await writeModuleType(CJS, "commonjs");
