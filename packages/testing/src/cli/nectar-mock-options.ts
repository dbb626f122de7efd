import { parseArgs } from "node:util";
import { isInstalled, listVersions } from "../version/load-version.ts";

export type MockOptions =
  | { readonly help: true }
  | {
      readonly help: false;
      /** `v2.2`. */
      readonly version: string;
      readonly port: number;
      readonly host: string;
      readonly seed: string | undefined;
      readonly cors: boolean;
    };

const VERSIONS: readonly string[] = listVersions();

export const MOCK_HELP: string = `Usage: nectar-mock --api ${VERSIONS.join(" | ")} [--port 4010] [--host 127.0.0.1] [--seed <seed>] [--cors]

Starts a mock server of the Nectar API. Press Ctrl-C to stop it.

  --api <version>  API version; the package @nectar-sdk/api-<version> must be installed
  --port <port>    port to listen on (default: 4010); 0 takes any free port
  --host <host>    address to listen on (default: 127.0.0.1)
  --seed <seed>    generate responses from the schemas instead of the examples; the same seed gives the same responses
  --cors           allow requests from web pages of any origin
  --help           show this help`;

/** Parses the command line. Throws an error with one line for the user. */
export function parseMockOptions(args: readonly string[]): MockOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      api: { type: "string" },
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      seed: { type: "string" },
      cors: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return { help: true };
  return {
    help: false,
    version: parseVersion(values.api),
    port: parsePort(values.port),
    host: parseHost(values.host),
    seed: values.seed,
    cors: values.cors,
  };
}

function parseVersion(text: string | undefined): string {
  if (text === undefined) throw new Error(`missing --api: expected one of: ${VERSIONS.join(", ")}`);
  const version = text.startsWith("v") ? text : `v${text}`;
  if (VERSIONS.includes(version) || isInstalled(version)) return version;
  throw new Error(`--api ${text}: expected one of: ${VERSIONS.join(", ")}`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port ${text}: expected a number from 0 (any free port) to 65535`);
}

function parseHost(text: string): string {
  if (!text.includes("@")) return text;
  throw new Error("--host: pass only the address, without user name and password: 127.0.0.1");
}
