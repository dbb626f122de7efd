import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname } from "node:path";

/** The Node versions on which everything runs: the oldest that the packages support, and the one that runs these checks. */
export const NODES = [readNode20(), process.execPath];

function readNode20() {
  const { NODE20 } = process.env;
  if (NODE20 === undefined)
    throw new Error("NODE20 is not set: it names the program of Node 20. `pnpm formats` sets it");
  return NODE20;
}

/**
 * Runs a JavaScript program.
 *
 * @param node program of Node
 * @returns its exit code, and everything that it prints
 */
export async function run(node, args, { cwd, env } = {}) {
  const child = spawn(node, args, {
    cwd,
    // Programs that start Node start the same one.
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      PATH: dirname(node) + delimiter + process.env.PATH,
      NO_COLOR: "1",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  const [code] = await once(child, "close");
  return { code, printed: Buffer.concat(chunks).toString() };
}
