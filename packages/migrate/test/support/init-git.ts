import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder a git repository with everything committed except installed packages and build output. */
export function initGit(root: string): void {
  writeFileSync(join(root, ".gitignore"), "node_modules\ndist\n*.tsbuildinfo\n");
  runGit(root, "init", "--quiet");
  runGit(root, "add", "--all");
  runGit(root, "commit", "--quiet", "--message", "start");
}

/** Runs git and returns its output. */
export function runGit(root: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: root, encoding: "utf8" });
}
