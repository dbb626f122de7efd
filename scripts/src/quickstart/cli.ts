import { join } from "node:path";
import { startPrism } from "../mock/prism.ts";
import { startScenarioProxy } from "../mock/scenario-proxy.ts";
import type { Version } from "../shared/versions.ts";
import { parseOptions, USAGE } from "./options.ts";
import { runCommand } from "./run-command.ts";

const root = join(import.meta.dirname, "../../..");

/** Generates, builds, starts the mock and runs the example; whatever happens, the servers are stopped. */
async function quickstart(version: Version, signal: AbortSignal): Promise<void> {
  console.log(`Nectar SDK quickstart, API ${version}\n`);
  const turbo = join(root, "node_modules/.bin/turbo");
  await runCommand(turbo, ["run", "build", "--output-logs=errors-only"], { cwd: root, signal, show: false });
  console.log("✔ Packages generated and built");

  await using prism = await startPrism(join(root, "packages", `api-${version}`, "openapi.json"));
  await using mock = await startScenarioProxy(prism.url);
  signal.throwIfAborted();
  console.log(`✔ Mock server of ${version} on ${mock.url}`);

  await runCommand(process.execPath, [join("src", `${version}.ts`)], {
    cwd: join(root, "examples/quickstart"),
    signal,
    env: { NECTAR_BASE_URL: mock.url, NECTAR_API_KEY: "quickstart-key" },
    show: true,
  });
  console.log(`\nThe program that ran: examples/quickstart/src/quickstart.ts`);
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interrupted.abort());

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await quickstart(options.version, interrupted.signal);
} catch (error) {
  if (interrupted.signal.aborted) {
    console.error("\nStopped.");
    process.exitCode = 130;
  } else {
    console.error(`quickstart: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
