import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

// Loaded before a program: redirects its calls to a server of the drill, and kills it at one of its saves.

const { DRILL_SERVER = "", DRILL_KILL = "{}" } = process.env;
const { save, place }: { readonly save?: number; readonly place?: string } = JSON.parse(DRILL_KILL);

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  return fetch(`${DRILL_SERVER}${pathname}${search}`, init);
};

const { rename, writeFile } = fs;
let saves = 0;
const dieAt = (here: string): void => {
  if (saves === save && place === here) process.kill(process.pid, "SIGKILL");
};

fs.writeFile = async (file, data, options) => {
  saves += 1;
  dieAt("before the save");
  if (saves === save && place === "while the file is written")
    await writeFile(file, String(data).slice(0, 40), options);
  dieAt("while the file is written");
  await writeFile(file, data, options);
  dieAt("before the file is renamed");
};
fs.rename = async (from, to) => {
  await rename(from, to);
  dieAt("after the save");
};
syncBuiltinESMExports();
