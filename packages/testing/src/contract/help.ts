import { knownVersions } from "./known-versions.ts";

export const HELP: string = `nectar-contract verify --api v2.2 --against <url>
nectar-contract verify --api v2.2 --changes-from v2.0 --recordings <file or folder>

Sends requests to a server and checks both sides of each call against the OpenAPI document of the version.
With --changes-from: says offline which recorded calls would break on another version.

  --api <version>           ${knownVersions().join(", ")}; its package must be installed
  --against <url>           base URL with the base path of the version: http://127.0.0.1:4010/v2.2
  --recordings <path>       what recorder.save() wrote, a file or a folder; may be repeated.
                            Default: one call for each operation, with the examples of the document
  --changes-from <version>  version that the recordings were made with
  --include-writes          send what is not GET to a server that is not on this machine, too
  --report <format>         text, json, junit or github (default: text)
  --output <file>           write the report there instead of to the standard output
  --header <name: value>    add a header to each call; may be repeated
  --concurrency <n>         calls at a time (default: 4); 1 keeps the order of a recording
  --timeout <ms>            for one call (default: 30000)
  -h, --help

The API key is read from NECTAR_API_KEY, sent to that URL alone, and printed nowhere.

Exit codes: 0 no violation, 1 violations, 2 wrong usage or no verdict (server not reachable, every call answered with 401), 130 interrupted.
`;
