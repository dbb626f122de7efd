import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** How long the registry may take to start. */
const START_MS = 120_000;
const PAUSE_MS = 100;

/** A registry on loopback. It ends when it is disposed. */
export interface Registry extends AsyncDisposable {
  /** Ends with a slash. */
  readonly url: string;
}

/**
 * Starts the registry of `tools/registry`, which must be installed.
 *
 * @param tool path of `tools/registry`
 * @param folder for the configuration and the storage
 * @param uplink registry of all packages that are not ours
 * @throws {Error} with the output when it ends or does not respond
 */
export async function startRegistry(tool: string, folder: string, uplink: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  await writeFile(config, formatConfig(join(folder, "storage"), uplink));
  const address = `127.0.0.1:${await findFreePort()}`;
  const args = [join(tool, "node_modules/verdaccio/bin/verdaccio"), "--config", config, "--listen", address];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  }
  const url = `http://${address}/`;
  try {
    await waitUntilReady(child, url);
  } catch (cause) {
    child.kill("SIGKILL");
    throw new Error(`the registry does not start:\n${output.join("")}`, { cause });
  }
  return { url, [Symbol.asyncDispose]: () => end(child) };
}

/** Formats the configuration: only our packages are published, and they stay here. */
export function formatConfig(storage: string, uplink: string): string {
  return [
    `storage: ${JSON.stringify(storage)}`,
    "uplinks:",
    `  upstream: { url: ${JSON.stringify(uplink)} }`,
    "packages:",
    '  "@nectar-sdk/*": { access: $all, publish: $all, unpublish: [] }',
    '  "**": { access: $all, publish: [], unpublish: [], proxy: upstream }',
    "web: { enable: false }",
    "max_body_size: 100mb",
    "log: { type: stdout, format: json, level: warn }",
    "",
  ].join("\n");
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = AbortSignal.timeout(START_MS);
  while (child.exitCode === null) {
    const response = await fetch(new URL("-/ping", url), { signal: deadline }).catch(() => undefined);
    if (response?.ok === true) return;
    deadline.throwIfAborted();
    await setTimeout(PAUSE_MS);
  }
  throw new Error(`it ended with ${child.exitCode}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on 127.0.0.1");
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}
