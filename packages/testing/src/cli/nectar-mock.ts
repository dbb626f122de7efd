import { once } from "node:events";
import process from "node:process";
import { startMockServer } from "../mock/mock-server.ts";
import { readMessage } from "../shared/error-message.ts";
import { hideLogins, toOneLine } from "../shared/printable.ts";
import { loadVersion } from "../version/load-version.ts";
import { MOCK_HELP, type MockOptions, parseMockOptions } from "./nectar-mock-options.ts";
import { waitForParentGone } from "./wait-for-parent-gone.ts";

/** Runs `nectar-mock` and returns its exit code: 0 stopped, 1 the server failed, 2 invalid options. */
export async function runMock(args: readonly string[]): Promise<number> {
  let options: MockOptions;
  try {
    options = parseMockOptions(args);
  } catch (error) {
    return reportFailure(error, 2);
  }
  if (options.help) {
    console.log(MOCK_HELP);
    return 0;
  }
  // Listens before the start, so that the user can stop the command while it starts.
  const ended = new AbortController();
  const parentGone = waitForParentGone(process.env, ended.signal);
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), parentGone]);
  try {
    const { version, port, host, seed, cors } = options;
    await using mock = await startMockServer(await loadVersion(version), { port, host, seed, cors });
    console.log(`Mock server of the Nectar API ${version} on ${mock.url}`);
    console.log(`Use it with any API key: NECTAR_BASE_URL=${mock.url} NECTAR_API_KEY=mock-key`);
    console.log("Press Ctrl-C to stop it.");
    await stopped;
    return 0;
  } catch (error) {
    return reportFailure(error, 1);
  } finally {
    ended.abort();
  }
}

function reportFailure(error: unknown, code: number): number {
  const [line = ""] = readMessage(error).split("\n");
  console.error(`nectar-mock: ${toOneLine(hideLogins(line))}`);
  return code;
}
