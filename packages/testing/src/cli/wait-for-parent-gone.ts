import { readFileSync } from "node:fs";
import process from "node:process";

/** Interval between two checks. */
const CHECK_INTERVAL_MS = 250;

/** Most processes between the launcher of a package manager and the command, such as a shell. */
const MAX_PARENTS = 6;

/**
 * Resolves when a process between the command and its package manager is gone.
 *
 * Stopping `npx` or `pnpm exec` does not stop the command. Never resolves for a command that a shell started, which may outlive it.
 */
export function waitForParentGone(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const isWatched = env["npm_config_user_agent"] !== undefined;
  const parents = isWatched ? readParents() : [];
  return new Promise((resolve) => {
    if (!isWatched) return;
    const timer = setInterval(() => {
      const isComplete = parents.every((parent, index) => parent === readParent(parents[index - 1]));
      if (!isComplete) resolve();
    }, CHECK_INTERVAL_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
  });
}

/** Reads process ids from the parent up to the package manager; only the parent when the system does not tell more. */
function readParents(): number[] {
  const parents = [process.ppid];
  while (parents.length < MAX_PARENTS) {
    const next = readParent(parents.at(-1));
    if (next === undefined || next <= 1) break;
    parents.push(next);
  }
  const last = parents.findLastIndex((pid) => /(^|[/\0])p?(npm|npx|yarn)\b/.test(readProcess(pid, "cmdline") ?? ""));
  return parents.slice(0, Math.max(1, last + 1));
}

/** Reads the parent of a process, by default of this one; `undefined` when it is gone or unknown. */
function readParent(pid?: number): number | undefined {
  if (pid === undefined) return process.ppid;
  // The program name, in parentheses, may contain any characters.
  const fields = readProcess(pid, "stat")?.replace(/^.*\)/s, "").trim().split(" ");
  return fields === undefined ? undefined : Number(fields[1]);
}

/** Reads a file of a process under `/proc`, which only Linux has. */
function readProcess(pid: number, file: "cmdline" | "stat"): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
