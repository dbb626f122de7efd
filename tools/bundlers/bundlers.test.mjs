import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import webpack from "webpack";
import { startServer } from "./src/loopback-server.mjs";
import { run, serve } from "./src/run.mjs";

const root = import.meta.dirname;
const require = createRequire(import.meta.url);

let folder;
let path;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "nectar-bundlers-"));
  path = join(folder, "bill.pdf");
  await writeFile(path, "%PDF-1.7 bill");
});
after(() => rm(folder, { recursive: true }));

/** A server for one test. */
async function startServerFor(context, location) {
  const server = await startServer(location);
  context.after(server.close);
  return server;
}

const received = (name, text) => Array.from({ length: 2 }, () => ({ key: "bundler-key-1", name, text }));

describe("webpack", () => {
  /** Bundles a program; returns the file, and the errors and warnings of webpack. */
  async function bundle(entry, target) {
    const filename = `${target}.mjs`;
    const stats = await new Promise((resolve, reject) => {
      const options = {
        mode: "production",
        context: root,
        entry: `./src/${entry}`,
        target,
        output: { path: folder, filename, module: true, chunkFormat: "module" },
        experiments: { outputModule: true },
        performance: false,
      };
      webpack(options, (error, result) => (error ? reject(error) : resolve(result)));
    });
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    return { file: join(folder, filename), problems: [...errors, ...warnings].map(({ message }) => message) };
  }

  test("a bundle for Node has no warning and uploads a file by its path", async (context) => {
    const server = await startServerFor(context);

    const { file, problems } = await bundle("node-program.mjs", "node20");
    const printed = await run([process.execPath, file, server.url, path]);

    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(printed), ["completed", "completed"]);
    assert.deepEqual(server.uploads, received("bill.pdf", "%PDF-1.7 bill"));
  });

  test("a bundle for browsers has no warning and uploads a File", async (context) => {
    const server = await startServerFor(context);

    const { file, problems } = await bundle("browser-program.mjs", "web");
    await import(file);
    const outcomes = await globalThis.upload(server.url, new File(["%PDF-1.7 browser"], "browser.pdf"));

    assert.deepEqual(problems, []);
    assert.deepEqual(outcomes, ["completed", "completed"]);
    assert.deepEqual(server.uploads, received("browser.pdf", "%PDF-1.7 browser"));
  });
});

describe("Next", () => {
  const next = [process.execPath, require.resolve("next/dist/bin/next")];
  const app = join(root, "next");

  for (const bundler of ["--turbopack", "--webpack"]) {
    test(`an app built with ${bundler} has no warning and uploads a file by its path`, async (context) => {
      const server = await startServerFor(context);

      const printed = await run([...next, "build", bundler], { cwd: app });
      const { url, stop } = await serve([...next, "start", "-p", "0"], /http:\/\/localhost:(\d+)/, { cwd: app });
      context.after(stop);
      const response = await fetch(`${url}/upload`, {
        method: "POST",
        body: JSON.stringify({ server: server.url, path }),
      });

      // On CI, Next always advises to keep its cache.
      assert.doesNotMatch(printed.replace(/^.*No build cache found.*$/m, ""), /warn|⚠|critical dependency/i);
      assert.deepEqual(await response.json(), ["completed", "completed"]);
      assert.deepEqual(server.uploads, received("bill.pdf", "%PDF-1.7 bill"));
    });
  }
});

describe("workerd", () => {
  let worker;
  before(async () => {
    await build({
      entryPoints: [join(root, "src/worker.mjs")],
      outfile: join(folder, "worker.mjs"),
      bundle: true,
      format: "esm",
      target: "es2022",
      platform: "browser",
      conditions: ["workerd"],
      logLevel: "warning",
    });
    const config = join(folder, "worker.capnp");
    await writeFile(config, await readFile(join(root, "src/worker.capnp")));
    const workerd = [require.resolve("workerd/bin/workerd"), "serve", "--socket-addr=http=127.0.0.1:0"];
    worker = await serve([...workerd, "--control-fd=1", config], /"port":\s*(\d+)/);
  });
  after(() => worker?.stop());

  const callWorker = async (server) => (await fetch(`${worker.url}/?server=${encodeURIComponent(server)}`)).json();

  test("a worker uploads a File", async (context) => {
    const server = await startServerFor(context);

    assert.deepEqual(await callWorker(server.url), ["completed", "completed"]);

    assert.deepEqual(server.uploads, received("worker.pdf", "%PDF-1.7 worker"));
  });

  test("a redirect sends neither the file nor the key to another server", async (context) => {
    const elsewhere = await startServerFor(context);
    const server = await startServerFor(context, `${elsewhere.url}/job/company/c`);

    assert.match(await callWorker(server.url), /NectarConnectionError: jobs\.submit: redirect not followed/);

    assert.deepEqual([server.uploads.length, elsewhere.uploads], [1, []]);
  });
});
