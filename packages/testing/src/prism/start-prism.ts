import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { closeRequestEnums } from "../document/close-request-enums.ts";
import { loadDocument } from "../document/load-document.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { readMessage } from "../shared/error-message.ts";
import { requireVersion } from "../version/require-version.ts";
import { keepPnpOptions } from "./pnp-options.ts";

/** A Prism process without scenarios. Several mock servers can share it. */
export interface Prism extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`; Prism serves without the base path (`/v2.2`). */
  readonly url: string;
  /** API version that it serves: `v2.2`. */
  readonly version: string;
  /** Process id. */
  readonly pid: number;
  /** Why the process ended unexpectedly; `undefined` while it runs. */
  readonly failure: string | undefined;
  /** Stops the process and resolves when it is gone. Safe to call twice. */
  close(): Promise<void>;
}

export interface PrismOptions {
  /**
   * Document to serve, for example a copy with other examples.
   *
   * @default the published document of the version
   */
  readonly document?: JsonObject | undefined;
}

const READY_TIMEOUT_MS = 120_000;
const OUTPUT_LIMIT = 10_000;

/**
 * Starts Prism with the document of an API version on a free loopback port.
 *
 * Its process ends with `close()`, or with the process that started it. This is the mock server of prism-cli 5.14.2, the last release
 * for Node 20 and 22: Prism 5.15.10 and later need Node ≥ 24.14. The package contains it as one file (scripts/bundle-prism.ts).
 *
 * @throws {Error} when Prism does not start, with its output, or the package of the version is not installed
 * @example
 * await using prism = await startPrism(v2_2);
 * await using mock = await startMockServer(v2_2, { prism });
 */
export async function startPrism(api: VersionFacts, options: PrismOptions = {}): Promise<Prism> {
  requireVersion(api);
  const json = options.document === undefined ? loadDocument(api).json : closeRequestEnums(options.document);
  // Next to this file, in TypeScript or compiled.
  const program = fileURLToPath(new URL(`./prism-child${extname(import.meta.url)}`, import.meta.url));
  const child = fork(program, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Options of the parent, such as a debugger port or a loader, must not reach the child.
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: keepPnpOptions(process.env["NODE_OPTIONS"] ?? ""), NODE_NO_WARNINGS: "1" },
  });
  const output = collectOutput(child);
  // Without the dialect, Prism reads schemas as draft 7 and ignores newer keywords.
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

/** Collects the latest output of the process for error messages. */
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
  const late = setTimeout(
    () => settled.abort(new Error(`no response within ${READY_TIMEOUT_MS} ms`)),
    READY_TIMEOUT_MS,
  );
  child.once("exit", (code, signal) => settled.abort(new Error(describeExit(code, signal))));
  try {
    const [url] = await once(child, "message", { signal: settled.signal });
    if (typeof url === "string" && url !== "") return url;
    throw new Error("it does not listen on a port");
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
