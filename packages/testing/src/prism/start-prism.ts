import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { loadDocument } from "../document/load-document.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { readMessage } from "../shared/error-message.ts";
import { requireVersion } from "../version/require-version.ts";
import { keepPnpOptions } from "./pnp-options.ts";

/** A Prism mock server in a process of its own, without scenarios. Several mock servers may share one. */
export interface Prism extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`; Prism serves without the base path (`/v2.2`). */
  readonly url: string;
  /** API version that it serves: `v2.2`. */
  readonly version: string;
  /** Id of its process. */
  readonly pid: number;
  /** Why the process has ended without being told to; `undefined` while it runs. */
  readonly failure: string | undefined;
  /** Ends the process; resolves once it is gone. May be called more than once. */
  close(): Promise<void>;
}

export interface PrismOptions {
  /** What to serve instead of the published document of the version: a copy with other examples, say. */
  readonly document?: JsonObject | undefined;
}

const READY_TIMEOUT_MS = 30_000;
const OUTPUT_LIMIT = 10_000;

/**
 * Starts Prism with the document of an API version on a free loopback port; resolves once it answers. Its process ends with `close()`,
 * and with the process that started it, however that ends. Throws with Prism's own words when it does not start.
 *
 * It is the mock server of prism-cli 5.14.2, the last one for Node 20 and 22: from 5.15.10 on, Prism wants Node ≥ 24.14. The published
 * package holds it as one file (scripts/bundle-prism.ts).
 */
export async function startPrism(api: VersionFacts, options: PrismOptions = {}): Promise<Prism> {
  requireVersion(api);
  const json = options.document ?? loadDocument(api).json;
  // Beside this file, as TypeScript or compiled.
  const program = fileURLToPath(new URL(`./prism-child${extname(import.meta.url)}`, import.meta.url));
  const child = fork(program, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Options of the parent, such as a debugger's port or a loader, are not meant for it.
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: keepPnpOptions(process.env["NODE_OPTIONS"] ?? ""), NODE_NO_WARNINGS: "1" },
  });
  const output = collectOutput(child);
  // Without the dialect, Prism reads schemas as draft 7 and leaves out what came later.
  child.send({ ...json, jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" });
  try {
    const url = await waitForUrl(child);
    return new ChildPrism(url, api.version, child, output);
  } catch (error) {
    await killChild(child);
    throw new Error(
      `Prism did not start with the document of ${api.version}: ${readMessage(error)}\n${output()}`.trim(),
      {
        cause: error,
      },
    );
  }
}

class ChildPrism implements Prism {
  readonly url: string;
  readonly version: string;
  readonly pid: number;
  failure: string | undefined = undefined;
  readonly #child: ChildProcess;
  #closing: Promise<void> | undefined;

  constructor(url: string, version: string, child: ChildProcess, output: () => string) {
    this.url = url;
    this.version = version;
    this.pid = child.pid ?? 0;
    this.#child = child;
    child.once("exit", (code, signal) => {
      if (this.#closing === undefined) this.failure = `${describeExit(code, signal)}\n${output()}`.trim();
    });
  }

  close(): Promise<void> {
    this.#closing ??= killChild(this.#child);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** The latest of what the process wrote, for messages of errors. */
function collectOutput(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-OUTPUT_LIMIT);
    });
  return () => text.trim();
}

async function waitForUrl(child: ChildProcess): Promise<string> {
  const settled = new AbortController();
  const late = setTimeout(() => settled.abort(new Error(`no answer within ${READY_TIMEOUT_MS} ms`)), READY_TIMEOUT_MS);
  child.once("exit", (code, signal) => settled.abort(new Error(describeExit(code, signal))));
  try {
    const [url] = await once(child, "message", { signal: settled.signal });
    if (typeof url === "string" && url !== "") return url;
    throw new Error("it listens on no port");
  } catch (error) {
    throw settled.signal.aborted ? settled.signal.reason : error;
  } finally {
    clearTimeout(late);
  }
}

async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

function describeExit(code: number | null, signal: string | null): string {
  return signal === null ? `its process ended with code ${code}` : `its process was ended by ${signal}`;
}
