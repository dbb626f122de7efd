import { parseArgs } from "node:util";
import { listVersions } from "../version/load-version.ts";

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

Starts a mock server of the Nectar API until Ctrl-C.

  --api <version>  API version; its package @nectar-sdk/api-<version> has to be installed
  --port <port>    port to listen on, 4010 by default; 0 takes a free one
  --host <host>    address to listen on, 127.0.0.1 by default
  --seed <seed>    generates the answers from the schemas instead of taking examples; the same ones for the same seed
  --cors           lets web pages of any origin use the server
  --help           this text`;

/** The options of the command line. Throws with one line for the user. */
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
  if (text === undefined) throw new Error(`--api is missing: there is ${VERSIONS.join(", ")}`);
  const version = text.startsWith("v") ? text : `v${text}`;
  if (VERSIONS.includes(version)) return version;
  throw new Error(`--api ${text}: there is ${VERSIONS.join(", ")}`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port ${text}: a number from 0 (a free one) to 65535 is expected`);
}

function parseHost(text: string): string {
  if (!text.includes("@")) return text;
  throw new Error("--host: a user name and password are not allowed, name the address alone: 127.0.0.1");
}
