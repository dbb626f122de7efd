import { spawn } from "node:child_process";
import { once } from "node:events";

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether to show the output at once; otherwise only a failure shows it. */
  readonly show: boolean;
}

/** Returns a signal that aborts when the user or the system stops this process. */
export function abortOnInterrupt(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interrupted.abort());
  return interrupted.signal;
}

/**
 * Runs a command to its end.
 *
 * @throws {Error} when it fails, with its output unless that was shown already
 */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<void> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    signal: options.signal,
    env: { ...process.env, ...options.env },
    stdio: options.show ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const [code, killedBy] = await once(child, "close");
  if (code === 0) return;
  const reason = typeof killedBy === "string" ? `was ended by ${killedBy}` : `ended with code ${code}`;
  throw new Error(`${[command, ...args].join(" ")} ${reason}\n${output.join("")}`.trim());
}
