import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
import { delivery, OTHER_SECRET } from "./support/deliveries.ts";
import { post } from "./support/loopback.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PACKAGE = join(import.meta.dirname, "..");
const programOf = (name: string): string => join(import.meta.dirname, "runtimes", name);

/** A file of a dev dependency. */
function fileOf(folder: string, name: string, file: string): string {
  return join(dirname(createRequire(join(folder, "package.json")).resolve(`${name}/package.json`)), file);
}

/** The command line of a server that prints its port as JSON. */
type Command = () => Promise<readonly string[]>;

const RUNTIMES: Readonly<Record<string, Command>> = {
  "Node 20": async () => [fileOf(ROOT, "node20", "bin/node"), programOf("node.mjs")],
  "Node 22": async () => [fileOf(ROOT, "node22", "bin/node"), programOf("node.mjs")],
  "Node 24": async () => [process.execPath, programOf("node.mjs")],
  Bun: async () => [fileOf(PACKAGE, "bun", "bin/bun.exe"), programOf("bun.mjs")],
  Deno: async () => [
    process.execPath,
    fileOf(PACKAGE, "deno", "bin.cjs"),
    "run",
    "--allow-net",
    "--no-lock",
    programOf("deno.mjs"),
  ],
  workerd: async () => {
    const folder = await mkdtemp(join(tmpdir(), "nectar-worker-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    // wrangler bundles a worker into one file.
    await build({
      entryPoints: [programOf("worker.mjs")],
      outfile: join(folder, "worker.mjs"),
      bundle: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      conditions: ["workerd"],
    });
    const config = join(folder, "config.capnp");
    await writeFile(config, WORKER);
    return [
      fileOf(PACKAGE, "workerd", "bin/workerd"),
      "serve",
      "--socket-addr=http=127.0.0.1:0",
      "--control-fd=1",
      config,
    ];
  },
};

const WORKER = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")],
  compatibilityDate = "2025-01-01",
);
`;

/** Starts a server for the running test; resolves with its address, or rejects with its output. */
async function serve([program = "", ...args]: readonly string[]): Promise<string> {
  // Some commands start a child process, so end the whole group.
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  onTestFinished(async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await exited;
  });
  let printed = "";
  const port = new Promise<number>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /"port":\s*(\d+)/.exec(printed);
      if (found !== null) resolve(Number(found[1]));
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", listen);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`it ended: ${printed}`)));
  });
  return `http://127.0.0.1:${await port}`;
}

describe.each(Object.entries(RUNTIMES))("the built package on %s", (_name, command) => {
  test("verifies deliveries, handles each once, and rejects invalid ones", { timeout: 60_000 }, async () => {
    const url = await serve(await command());
    const signed = delivery();
    const toStatus = async (given: typeof signed): Promise<number> => (await post(`${url}/webhooks`, given)).status;
    expect(await toStatus(signed)).toBe(204);
    expect(await toStatus(signed)).toBe(204);
    expect(await toStatus(delivery({ family: "webhook" }))).toBe(204);
    expect(await toStatus(delivery({}, OTHER_SECRET))).toBe(400);
    expect(await toStatus({ ...signed, body: `${signed.body} ` })).toBe(400);
    expect(await toStatus({ ...signed, body: "" })).toBe(400);
    expect(await toStatus({ ...signed, body: "x".repeat(1_048_577) })).toBe(413);
    expect((await fetch(`${url}/webhooks`)).status).toBe(405);
    const handled = await fetch(`${url}/handled`);
    expect(await handled.json()).toEqual(["Wärme, 湯", "Wärme, 湯"]);
  });
});
