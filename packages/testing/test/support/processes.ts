import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

const ROOT = createRequire(join(import.meta.dirname, "../../../../package.json"));

/** The oldest Node that the package supports, the one between, and the one that runs the tests. */
export const NODES: readonly (readonly [name: string, binary: string])[] = [
  ["Node 20", resolveNode("node20")],
  ["Node 22", resolveNode("node22")],
  ["Node 24", process.execPath],
];

function resolveNode(name: string): string {
  return join(dirname(ROOT.resolve(`${name}/package.json`)), "bin/node");
}

export interface Ended {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running program and its output. */
export interface Program extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Resolves with the first matching line. Rejects when the program ends without it. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>;
}

/** Starts a program, which ends with the scope. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env" | "detached"> = {},
): Program {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const lines = createInterface(child.stdout);
  const said: string[] = [];
  lines.on("line", (line) => said.push(line));
  const closed = once(child, "close");
  const ended = Promise.all([text(child.stderr), closed]).then(([err]) => ({
    code: child.exitCode,
    out: said.map((line) => `${line}\n`).join(""),
    err,
  }));
  return {
    child,
    ended,
    line: async (pattern) => {
      for (;;) {
        const found = said.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        await Promise.race([once(lines, "line"), ended.then(missing(pattern))]);
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

function missing(pattern: RegExp): (ended: Ended) => void {
  return ({ out, err }) => {
    if (!out.split("\n").some((line) => pattern.test(line))) throw new Error(`no ${String(pattern)} in:\n${out}${err}`);
  };
}

/** Whether nothing listens at a URL. Uses a new connection, because `fetch` may reuse an old one. */
export async function refuses(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, "connect");
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
  } finally {
    socket.destroy();
  }
}

/** Whether a child process still runs. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A port that another server uses. */
export async function takenPort(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    port: address.port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}
