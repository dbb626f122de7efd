import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadDocument, type VersionFacts } from "@nectar-sdk/testing/document";

/** A running command line of Prism. */
export interface PrismCli {
  readonly version: string;
  /** URL without a base path, which Prism does not serve. */
  readonly url: string;
  close(): Promise<void>;
}

const READY_WITHIN = 180_000;

/**
 * Runs `prism mock` with the published document of a version, on a free port.
 *
 * @throws {Error} with the output of Prism when it does not start
 */
export async function startPrismCli(api: VersionFacts): Promise<PrismCli> {
  const folder = await mkdtemp(join(tmpdir(), "nectar-prism-"));
  const file = join(folder, "openapi.json");
  // Without the dialect, Prism reads schemas as draft 7.
  const dialect = "https://json-schema.org/draft/2020-12/schema";
  await writeFile(file, JSON.stringify({ ...loadDocument(api).json, jsonSchemaDialect: dialect }));
  const port = await findFreePort();
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const args = [cli, "mock", "--host", "127.0.0.1", "--port", String(port), "--errors=false", file];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
    });
  const close = async (): Promise<void> => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(`http://127.0.0.1:${port}`, child);
  } catch (error) {
    await close();
    throw new Error(`prism mock did not start with the document of ${api.version}:\n${output}`, { cause: error });
  }
  return { version: api.version, url: `http://127.0.0.1:${port}`, close };
}

/** Finds a free port. Prism needs a number, because it does not print the port that it gets for 0. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no loopback port is free");
  return address.port;
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const late = Date.now() + READY_WITHIN;
  while (Date.now() < late) {
    if (child.exitCode !== null) throw new Error(`it exited with code ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response !== undefined) return;
    await sleep(50);
  }
  throw new Error(`it did not respond within ${READY_WITHIN} ms`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
