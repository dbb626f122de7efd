import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { onTestFinished } from "vitest";
import { VERSION_LIST } from "../../src/shared/versions.ts";
import { SPECS } from "./examples-support.ts";

const CLI = join(import.meta.dirname, "../../src/specs/pull/cli.ts");

/** Names of the documents upstream, by version. */
export const UPSTREAM_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  VERSION_LIST.versions.map(({ version, document }) => [version, document]),
);

/** An empty folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pull-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the repository's `specs`. */
export async function copyOfSpecs(): Promise<string> {
  const folder = join(await temporaryFolder(), "specs");
  await cp(SPECS, folder, { recursive: true });
  return folder;
}

/** Every file below a folder with the hash of its bytes. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = paths.sort().map(async (path) => [relative(folder, path), sha256(await readFile(path))] as const);
  return Object.fromEntries(await Promise.all(hashed));
}

export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export async function readJson(...path: string[]): Promise<JsonObject> {
  return asObject(JSON.parse(await readFile(join(...path), "utf8")), path.join("/"));
}

/** Responses by the path of a file below the base of a server; other paths get 404. */
export type Responses = Readonly<Record<string, RequestListener | string | Buffer>>;

/** A server on this machine; its URL ends with a slash. It goes away after the test. */
export async function serve(responses: Responses | RequestListener): Promise<string> {
  const server = createServer(typeof responses === "function" ? responses : listener(responses));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/`;
}

function listener(responses: Responses): RequestListener {
  return (request, response) => {
    const content = responses[(request.url ?? "").slice(1)];
    if (typeof content === "function") content(request, response);
    else response.writeHead(content === undefined ? 404 : 200).end(content ?? "not here");
  };
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program on a folder to its end. */
export async function runPull(specs: string, ...args: readonly string[]): Promise<Finished> {
  return finished(startPull(specs, args));
}

/** Starts the real program on a folder. */
export function startPull(
  specs: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return startProgram(CLI, ["--specs", specs, ...args], nodeArgs, env);
}

export function startProgram(
  cli: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const stdio: StdioOptions = ["ignore", "pipe", "pipe"];
  return spawn(process.execPath, [...nodeArgs, cli, ...args], { stdio, env: { ...process.env, ...env } });
}

export async function finished(child: ChildProcess): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.on("data", (chunk: Buffer) => {
      output[name] += chunk.toString();
    });
  }
  await once(child, "close");
  return { code: child.exitCode, ...output };
}

/** The document of a version with other values in some places. */
export async function documentWith(version: string, changes: JsonObject): Promise<string> {
  const document = await readJson(SPECS, version, "openapi.json");
  return JSON.stringify({ ...document, ...changes });
}
