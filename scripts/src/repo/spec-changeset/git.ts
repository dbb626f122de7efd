import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Reads a repository. */
export interface Git {
  /** The commit of a name; `undefined` if there is none. */
  findCommit(reference: string): Promise<string | undefined>;
  /** The newest tag before HEAD that matches a pattern. */
  findTag(pattern: string): Promise<string | undefined>;
  /** The last commit that changed a file. */
  findLastChange(file: string): Promise<string | undefined>;
  isAncestor(commit: string, of: string): Promise<boolean>;
  /** The text of a file at a commit; `undefined` if it lacks the file. */
  readFile(commit: string, file: string): Promise<string | undefined>;
  /** Whether files below a folder differ from those of a commit. New files count. */
  differs(commit: string, folder: string): Promise<boolean>;
}

/** Reads the repository at a path with the command `git`. */
export function openGit(root: string): Git {
  const run = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await execute("git", [...args], { cwd: root, maxBuffer: 2 ** 28 });
    return stdout;
  };
  const ask = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      return await run(...args);
    } catch (error) {
      // For a missing commit or file, git exits with 1 or 128. A missing program has no exit code.
      if (error instanceof Error && "code" in error && typeof error.code === "number") return undefined;
      throw error;
    }
  };
  const askLine = async (...args: readonly string[]): Promise<string | undefined> => {
    const [line = ""] = ((await ask(...args)) ?? "").split("\n");
    return line === "" ? undefined : line;
  };
  return {
    findCommit: (reference) => askLine("rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`),
    findTag: (pattern) => askLine("describe", "--tags", "--abbrev=0", `--match=${pattern}`),
    findLastChange: (file) => askLine("log", "--max-count=1", "--format=%H", "--", file),
    isAncestor: async (commit, of) => (await ask("merge-base", "--is-ancestor", commit, of)) !== undefined,
    readFile: (commit, file) => ask("show", `${commit}:${file}`),
    async differs(commit, folder) {
      if ((await ask("diff", "--quiet", commit, "--", folder)) === undefined) return true;
      return (await askLine("ls-files", "--others", "--exclude-standard", "--", folder)) !== undefined;
    },
  };
}
