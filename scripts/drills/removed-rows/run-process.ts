import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program without output, and returns its exit code. */
export async function runProcess(command: string, args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(command, args, { cwd, stdio: "ignore" });
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}
