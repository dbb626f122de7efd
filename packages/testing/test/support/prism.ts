import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { documentFile, loadDocument } from "../../src/document/load-document.ts";
import type { VersionFacts } from "../../src/document/read-document.ts";

export interface PrismServer extends AsyncDisposable {
  /** With the base path of the version, which Prism itself does not serve. */
  readonly url: string;
  /** Ends Prism alone, as if it had crashed. */
  kill(): Promise<void>;
}

/** Prism with the examples of a version, behind a server that takes the base path off. */
export async function startPrism(api: VersionFacts): Promise<PrismServer> {
  const { basePath } = loadDocument(api);
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
  const prism = spawn(
    process.execPath,
    [cli, "mock", documentFile(api.version), "--port", "0", "--host", "127.0.0.1"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const port = await portOf(prism);
  const proxy = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? "").slice(basePath.length);
    const { method, headers } = incoming;
    const passed = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const kill = async (): Promise<void> => {
    if (prism.exitCode !== null || prism.signalCode !== null) return;
    prism.kill();
    await once(prism, "exit");
  };
  return {
    url: `http://127.0.0.1:${address.port}${basePath}`,
    kill,
    async [Symbol.asyncDispose]() {
      await kill();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

async function portOf(prism: ChildProcess): Promise<number> {
  if (prism.stdout === null) throw new Error("Prism has no output");
  for await (const line of createInterface(prism.stdout)) {
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) {
      // Whatever else it says must not fill the pipe.
      prism.stdout.resume();
      return Number(port);
    }
  }
  throw new Error("Prism did not start");
}
