import process from "node:process";

/** Milliseconds between two looks. */
const LOOK_EVERY = 250;

/**
 * Resolves once the parent process is gone, where a package manager started the command: `npx` and `pnpm exec` stand between the command and
 * the caller that ends it, and are ended without it. A command that a shell started may outlive that shell: for it, this never resolves.
 */
export function waitForParentGone(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const parent = process.ppid;
  const isWatched = env["npm_config_user_agent"] !== undefined;
  return new Promise((resolve) => {
    if (!isWatched) return;
    const timer = setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, LOOK_EVERY);
    signal.addEventListener("abort", () => clearInterval(timer));
  });
}
