import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { readPending } from "../changesets/read-pending.ts";
import type { Bump } from "../spec-changeset/describe-changes.ts";
import { PINS_PROGRAM, PINS_TSCONFIG, writeMockProgram, writePinsModule } from "./programs.ts";
import {
  API,
  API_VALUE,
  CLIENT,
  KIT,
  listCurrent,
  type Outcome,
  publish,
  type Rehearsal,
  type Step,
  version,
  WEBHOOKS,
} from "./rehearsal.ts";

/** The first release of the rehearsal, with everything that the registry lacks: that is everything. */
export const FIRST_RELEASE: readonly Step[] = [
  {
    name: "version",
    applies: async ({ repository }) => (await readExpected(repository.root, await repository.readVersions())).size > 0,
    // Packages that depend on those may move too.
    run: async (rehearsal) => {
      const { root, readVersions } = rehearsal.repository;
      return version(rehearsal, await readExpected(root, await readVersions()), false);
    },
  },
  { name: "build", run: build },
  {
    name: "pack and publish",
    async run(rehearsal) {
      rehearsal.first = await rehearsal.repository.readVersions();
      return publish(rehearsal, await listCurrent(rehearsal));
    },
  },
  {
    name: "npm i -E in a new project, run on Node 20",
    run: (rehearsal) => runWithMock(rehearsal, "first", rehearsal.first),
  },
];

/** The view of users after a document changed. */
export const SIDE_BY_SIDE: readonly Step[] = [
  { name: "old and new pin under one client", run: runBothPins },
  {
    name: "newest kit with the old pin",
    async run(rehearsal) {
      const current = await rehearsal.repository.readVersions();
      const old = rehearsal.first.get(API) ?? "";
      return runWithMock(rehearsal, "old-pin", new Map([...current, [API, old]]));
    },
  },
  { name: "publish again: nothing", run: (rehearsal) => publish(rehearsal, []) },
];

export async function build({ repository }: Rehearsal): Promise<Outcome> {
  await repository.build();
  return {};
}

/** The highest level that the pending changesets name for each package. */
async function readExpected(root: string, versions: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Bump>> {
  const pending = await readPending(root, new Set(versions.keys()));
  const releases = pending.flatMap((changeset) => changeset.releases);
  const expected = new Map<string, Bump>();
  // Higher levels replace lower ones.
  for (const bump of ["patch", "minor", "major"] as const) {
    for (const { name, type } of releases) if (type === bump) expected.set(name, bump);
  }
  return expected;
}

/** Installs a project with client, kit, webhooks and document, and runs a program on Node 20. */
async function runWithMock(
  { npm, folder }: Rehearsal,
  name: string,
  versions: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const project = join(folder, name);
  await npm.install(project, ...[CLIENT, KIT, WEBHOOKS, API].map((wanted) => `${wanted}@${versions.get(wanted)}`));
  await writeFile(join(project, "program.mjs"), writeMockProgram(API, API_VALUE));
  return judgePrinted(await npm.runNode(project, "program.mjs"), 1);
}

async function runBothPins({ npm, folder, repository, first }: Rehearsal): Promise<Outcome> {
  const current = await repository.readVersions();
  const project = join(folder, "pins");
  await mkdir(project, { recursive: true });
  await npm.install(
    project,
    `${CLIENT}@${current.get(CLIENT)}`,
    `${API}@${current.get(API)}`,
    `old-pin@npm:${API}@${first.get(API)}`,
  );
  await writeFile(join(project, "pins.mjs"), writePinsModule("old-pin", API, API_VALUE));
  await writeFile(join(project, "program.mjs"), PINS_PROGRAM);
  await writeFile(join(project, "tsconfig.json"), formatJson(PINS_TSCONFIG));
  await repository.checkTypes(project);
  return judgePrinted(await npm.runNode(project, "program.mjs"), 2);
}

/** Checks that each pin has its own document, and that each listed companies. */
function judgePrinted(text: string, pins: number): Outcome {
  const { node, documents, companies } = asObject(parseJson(text, "the output of the program"), "output");
  const [listed, different] = [
    Array.isArray(companies) ? companies : [],
    new Set(Array.isArray(documents) ? documents : []),
  ];
  const isRight =
    /^v20\./.test(String(node)) && different.size === pins && listed.filter((count) => count > 0).length === pins;
  return { problems: isRight ? [] : [`the program printed ${text.trim()}`] };
}
