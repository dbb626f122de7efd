import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

/** npm with one registry for every package, regardless of the machine's configuration. */
export interface Npm {
  /** Publishes a tarball. */
  publish(tarball: string, tag: string): Promise<void>;
  /** Installs exact versions into a new project. */
  install(project: string, ...packages: readonly string[]): Promise<void>;
  /** Runs a program of a project on the Node that npm runs on, and returns what it prints. */
  runNode(project: string, ...args: readonly string[]): Promise<string>;
}

/**
 * Prepares npm for a registry on loopback. Neither the environment nor the files of the user or the machine have a say: `npm publish` cannot
 * reach any other registry.
 *
 * @param folder for the configuration and the cache
 * @param node program that npm and {@link Npm.runNode} run on
 */
export async function prepareNpm(registry: string, folder: string, node: string): Promise<Npm> {
  await mkdir(folder, { recursive: true });
  const [userconfig, globalconfig] = [join(folder, "user.npmrc"), join(folder, "global.npmrc")];
  await writeFile(userconfig, formatNpmrc(registry));
  await writeFile(globalconfig, "");
  const env = cleanEnvironment(process.env, {
    PATH: [dirname(node), process.env["PATH"] ?? ""].join(delimiter),
    npm_config_userconfig: userconfig,
    npm_config_globalconfig: globalconfig,
    npm_config_cache: join(folder, "cache"),
  });
  const run = async (cwd: string, program: string, ...args: readonly string[]): Promise<string> => {
    const options = { cwd, env, maxBuffer: 2 ** 26 };
    const { stdout } = await promisify(execFile)(program, [...args], options).catch(
      (error: { stdout: string; stderr: string }) => {
        throw new Error(`${[program, ...args].join(" ")}:\n${error.stdout}\n${error.stderr}`);
      },
    );
    return stdout;
  };
  return {
    async publish(tarball, tag) {
      // Provenance comes from the CI of the repository alone.
      await run(folder, "npm", "publish", tarball, "--tag", tag, "--provenance=false", "--ignore-scripts");
    },
    async install(project, ...packages) {
      await mkdir(project, { recursive: true });
      await writeFile(join(project, "package.json"), '{ "name": "project", "private": true, "type": "module" }\n');
      await run(project, "npm", "install", "--save-exact", "--ignore-scripts", ...packages);
    },
    runNode: (project, ...args) => run(project, node, ...args),
  };
}

/** Formats the configuration: a registry takes a publication with any token. */
export function formatNpmrc(registry: string): string {
  const { host, pathname } = new URL(registry);
  return [
    `registry=${registry}`,
    `@nectar-sdk:registry=${registry}`,
    `//${host}${pathname}:_authToken=rehearsal`,
    "audit=false",
    "fund=false",
    "update-notifier=false",
    "",
  ].join("\n");
}

/** An environment without any setting of npm but those given. */
export function cleanEnvironment(
  environment: Readonly<NodeJS.ProcessEnv>,
  settings: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(npm|pnpm)_/i.test(name) && name !== "NODE_AUTH_TOKEN",
  );
  return { ...Object.fromEntries(kept), ...settings };
}
