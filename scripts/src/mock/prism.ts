import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A Prism mock server in a process of its own. */
export interface Prism extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`; Prism serves without the base path of the document's server. */
  readonly url: string;
}

const READY_WITHIN = 30_000;

/** Starts Prism on a free loopback port with an OpenAPI file; resolves once it answers. Throws with Prism's own words otherwise. */
export async function startPrism(file: string): Promise<Prism> {
  const port = await freePort();
  const args = [prismBin(), "mock", "--host", "127.0.0.1", "--port", String(port), "--errors=false", file];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop(child);
    throw new Error(`Prism did not start with ${file}:\n${output.join("").trim()}`, { cause: error });
  }
  return { url, [Symbol.asyncDispose]: () => stop(child) };
}

function prismBin(): string {
  const require = createRequire(import.meta.url);
  return require.resolve("@stoplight/prism-cli/dist/index.js");
}

/** A port that was free a moment ago: Prism takes a number and does not say which one it got for 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no loopback port is free");
  return address.port;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + READY_WITHIN;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`Prism ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined) return;
    await sleep(50);
  }
  throw new Error(`Prism did not answer within ${READY_WITHIN} ms`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 2_000);
  await gone;
  clearTimeout(late);
}
