import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import { stringify } from "yaml";
import { formatCallName } from "../../src/codegen/names/call-name.ts";
import { deriveCallNames } from "../../src/codegen/names/derive-call-name.ts";
import type { Output } from "../../src/shared/command-line.ts";
import { VERSIONS_FILE } from "../../src/shared/parse-versions.ts";
import { sha256Of } from "../../src/shared/sha256.ts";
import { terminalOn } from "../../src/shared/terminal.ts";
import { VERSION_LIST } from "../../src/shared/versions.ts";
import { SPECS } from "./examples-support.ts";
import { temporaryFolder } from "./pull-support.ts";

/** The lines that a command printed, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs the main function of a command. */
export async function runMain(main: (output: Output) => Promise<number>): Promise<CommandRun> {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const code = await main(terminalOn({ stdout: stream, stderr: stream }));
  return { code, lines: written.join("").split("\n").slice(0, -1) };
}

/** A repository with one version, a copy of the rules of the linter and no overlay. */
export async function emptyRepository(): Promise<string> {
  const root = await temporaryFolder();
  const specs = join(root, "specs");
  await mkdir(join(specs, "overlays"), { recursive: true });
  await mkdir(join(specs, "v2.0"));
  await writeFile(join(specs, "v2.0/openapi.json"), "{}");
  await writeFile(join(specs, "specs.lock.json"), "{}");
  await writeFile(
    join(specs, VERSIONS_FILE),
    stringify({ ...VERSION_LIST, versions: VERSION_LIST.versions.slice(0, 1) }),
  );
  await writeFile(join(specs, "redocly.yaml"), await readFile(join(SPECS, "redocly.yaml")));
  await nameOperations(root, {});
  return root;
}

/** Gives every operation of a document the name that is proposed for it. */
export async function nameOperations(root: string, document: JsonObject): Promise<void> {
  const { operations } = readApi(document);
  const names = deriveCallNames(operations);
  const lines = operations.flatMap(({ method, path, id = "" }) => {
    const name = names.get(id);
    return name === undefined ? [] : [[toOperationKey(method, path), { name: formatCallName(name), id }]];
  });
  await writeFile(
    join(root, "specs/resources.yaml"),
    stringify({ product: "API", operations: Object.fromEntries(lines) }),
  );
}

/** Puts a document in place without a pull, with a lock that vouches for it. */
export async function placeDocument(root: string, document: JsonObject): Promise<void> {
  const text = JSON.stringify(document);
  const sha256 = sha256Of(new TextEncoder().encode(text));
  const entry = { source: "test", sha256, bytes: text.length, origin: "upstream", date: "2026-01-01" };
  await writeFile(join(root, "specs/v2.0/openapi.json"), text);
  await writeFile(join(root, "specs/specs.lock.json"), JSON.stringify({ "v2.0": entry }));
}
