import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/**
 * Runs `gh` in the current folder, and returns what it prints.
 *
 * @param input what it reads from its standard input
 * @throws {Error} when it is missing or fails; its own message is on standard error
 */
export async function runGh(args: readonly string[], input = ""): Promise<string> {
  const child = spawn("gh", args, { stdio: ["pipe", "pipe", "inherit"] });
  const closed = once(child, "close");
  child.stdin.end(input);
  const [output, [code]] = await Promise.all([text(child.stdout), closed]);
  if (code !== 0) throw new Error(`gh ${args.slice(0, 2).join(" ")} ended with ${code}`);
  return output;
}
