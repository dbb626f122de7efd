import { v0_1 } from "@nectar-sdk/api-v0.1";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { type MockServer, startMockServer } from "@nectar-sdk/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProject, VERSIONS } from "../support/apply-to.ts";
import { finishByHand } from "../support/finish-by-hand.ts";
import { FIXTURE_PROGRAMS, type FixtureName, listFixtures, runProgram } from "../support/fixture-program.ts";
import { runMain } from "../support/run-main.ts";

/** A usage entry, with the fields that the programs read. */
interface Entry {
  readonly usage: string;
  readonly serviceAddress?: string;
  readonly meterAddress: string;
  readonly timeOfUse?: string | null;
  readonly timeOfUseBreakdown?: readonly { readonly timeOfUse: string }[];
}

interface EntryPage {
  readonly usageData: readonly Entry[];
  readonly hasNext: boolean;
}

const ID = "5a3e3d5e-0b5b-4a8e-9d0e-3f1a2b3c4d5e";

const toPage = (addresses: readonly (string | undefined)[]) => ({
  type: "ul",
  children: addresses.map((address) => ({ type: "li", children: [address] })),
});

/** The output of each program with v0.1 and, migrated, with v0.3. */
const OUTPUTS: Readonly<Record<FixtureName, { readonly before: Print; readonly after: Print }>> = {
  script: {
    before: ({ serviceAddress, timeOfUse = null }) => ({
      version: "v0.1",
      keys: ["msud_id"],
      text: `${serviceAddress}: ${timeOfUse ?? "all day"}`,
      times: timeOfUse,
      hasAddress: true,
    }),
    after: ({ meterAddress, timeOfUseBreakdown = [] }) => ({
      version: "v0.3",
      keys: ["usage_data_id"],
      text: `${meterAddress}: ${timeOfUseBreakdown.length}`,
      times: timeOfUseBreakdown.map(({ timeOfUse }) => timeOfUse).join("+"),
      hasAddress: true,
    }),
  },
  "next-app": {
    before: (_, list) => toPage(list.map(({ serviceAddress }) => serviceAddress)),
    after: (_, list) => toPage(list.map(({ meterAddress }) => meterAddress)),
  },
  monorepo: {
    before: ({ timeOfUse }) => ({ version: "v0.1", read: [ID, ID, timeOfUse ?? ""] }),
    after: ({ timeOfUseBreakdown }) => ({ version: "v0.3", read: [ID, ID, timeOfUseBreakdown?.[0]?.timeOfUse] }),
  },
  commonjs: {
    before: ({ usage }) => ({ versions: ["v0.1", "v0.1", "v0.1"], keys: ["msud_id"], usage }),
    after: ({ usage }) => ({ versions: ["v0.3", "v0.3", "v0.3"], keys: ["usage_data_id"], usage }),
  },
  javascript: {
    before: ({ serviceAddress }) => ({ keys: ["msud_id"], address: serviceAddress }),
    after: ({ meterAddress }) => ({ keys: ["usage_data_id"], address: meterAddress }),
  },
  "half-migrated": {
    before: () => ({ versions: ["v0.1", "v0.3"], isSame: false }),
    after: () => ({ versions: ["v0.3", "v0.3"], isSame: true }),
  },
};

type Print = (entry: Entry, list: readonly Entry[]) => unknown;

const NAMES = listFixtures();
let mocks: { readonly before: MockServer; readonly after: MockServer };

beforeAll(async () => {
  const [before, after] = await Promise.all([startMockServer(v0_1), startMockServer(v0_3)]);
  mocks = { before, after };
});

afterAll(async () => {
  await Promise.all([mocks.before.close(), mocks.after.close()]);
});

async function expectOutput(of: Print, { url }: MockServer): Promise<unknown> {
  const read = async (path: string) => (await fetch(`${url}${path}`, { headers: { "X-API-KEY": "key" } })).text();
  const list: Entry[] = [];
  for (let page = 1, hasNext = true; hasNext; page += 1) {
    const answer: EntryPage = JSON.parse(await read(`/usage/company/${ID}?page=${page}`));
    list.push(...answer.usageData);
    hasNext = answer.hasNext;
  }
  return of(JSON.parse(await read(`/usage/${ID}`)), list);
}

test.each(NAMES)("%s: the program reads v0.1 and, migrated, v0.3", { timeout: 600_000 }, async (name) => {
  await using project = await createProject(name);
  const program = FIXTURE_PROGRAMS[name];
  const run = ({ url }: MockServer) =>
    runProgram(program, project.root, { NECTAR_BASE_URL: url, URL_OF_NEW: mocks.after.url });
  const before = await run(mocks.before);

  await runMain(project.root, "apply", ...VERSIONS);
  await finishByHand(name, project.root);
  const after = await run(mocks.after);

  expect(before).toEqual(await expectOutput(OUTPUTS[name].before, mocks.before));
  expect(after).toEqual(await expectOutput(OUTPUTS[name].after, mocks.after));
  expect((await runMain(project.root, "status")).out).toEqual(["0 to do, 0 acknowledged"]);
});

test.each(NAMES)("%s: a program that reads the old version prints something else", async (name) => {
  const { before, after } = OUTPUTS[name];

  expect(await expectOutput(before, mocks.before)).not.toEqual(await expectOutput(after, mocks.after));
});
