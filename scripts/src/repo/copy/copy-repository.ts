import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { readManifest } from "../../shared/read-manifest.ts";

const ROOT = join(import.meta.dirname, "../../../..");

const execute = promisify(execFile);

/** A copy of the whole repository in a temporary folder, in which every command runs. It goes when it is disposed. */
export interface RepositoryCopy extends AsyncDisposable {
  readonly root: string;
  /** Installs what the lockfile lists. Fails unless it has everything that the manifests ask for. */
  install(): Promise<void>;
  /** Runs a program in a folder of the copy, and returns what it prints. */
  run(folder: string, program: string, ...args: string[]): Promise<string>;
  /** Runs pnpm in the root of the copy, in the version of the repository. */
  pnpm(...args: string[]): Promise<string>;
  /** Runs a program of a dependency of a package. */
  runBin(folder: string, program: string, ...args: string[]): Promise<string>;
}

/** Copies the files under version control, and the build output of the packages. */
export async function copyRepository(): Promise<RepositoryCopy> {
  const root = await mkdtemp(join(tmpdir(), "repository-"));
  const files = [...(await listTracked("--others", "--exclude-standard"))];
  const outputs = [...(await listTracked("packages/*/tsconfig.build.json"))].map((file) =>
    file.replace("tsconfig.build.json", "dist"),
  );
  await Promise.all([...files, ...outputs].map((file) => copyIfExists(file, root)));
  const run = (folder: string, program: string, ...args: string[]) => runProgram(join(root, folder), program, ...args);
  const [program, ...first] = await choosePnpm(root);
  const pnpm = (...args: string[]) => run(".", program, ...first, ...args);
  return {
    root,
    run,
    pnpm,
    runBin: (folder, program, ...args) => run(folder, process.execPath, join("node_modules", program), ...args),
    install: async () => {
      await pnpm("install", "--frozen-lockfile", "--prefer-offline");
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** The pnpm that runs this script, if one does: `npx` looks into the registry at each start. Otherwise the one that the root names. */
export async function choosePnpm(root: string): Promise<[program: string, ...args: string[]]> {
  const running = process.env["npm_execpath"] ?? "";
  if (basename(running).startsWith("pnpm")) return [running];
  const { packageManager } = await readManifest(root);
  return ["npx", "-y", String(packageManager)];
}

async function listTracked(...args: string[]): Promise<ReadonlySet<string>> {
  const { stdout } = await execute("git", ["ls-files", "-z", "--cached", ...args], { cwd: ROOT });
  return new Set(stdout.split("\0").filter((path) => path !== ""));
}

/** Git still lists a deleted file until the deletion is committed. */
async function copyIfExists(path: string, root: string): Promise<void> {
  await cp(join(ROOT, path), join(root, path), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function runProgram(cwd: string, program: string, ...args: string[]): Promise<string> {
  const options = { cwd, maxBuffer: 2 ** 26, env: { ...process.env, CI: "true", FORCE_COLOR: "0" } };
  const { stdout } = await execute(program, args, options).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${[program, ...args].join(" ")}:\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}
