import { readFileSync } from "node:fs";
import process from "node:process";

/** Milliseconds between two looks. */
const CHECK_INTERVAL_MS = 250;

/** Processes between a package manager's launcher and the command: its own program, a shell. */
const MAX_PARENTS = 6;

/**
 * Resolves once a process is gone that stands between the command and the package manager that started it: `npx` and `pnpm exec` are ended
 * without the command. A command that a shell started may outlive that shell: for it, this never resolves.
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

/** From the parent up to the last process of a package manager; the parent alone where a system does not tell more. */
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

/** Parent of a process, of this one by default; `undefined` where it is gone or cannot be known. */
function readParent(pid?: number): number | undefined {
  if (pid === undefined) return process.ppid;
  // The name of the program, in brackets, may hold anything.
  const fields = readProcess(pid, "stat")?.replace(/^.*\)/s, "").trim().split(" ");
  return fields === undefined ? undefined : Number(fields[1]);
}

/** What Linux tells of a process. */
function readProcess(pid: number, file: "cmdline" | "stat"): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
