import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { main as codegen } from "../src/codegen/main.ts";
import { VERSIONS } from "../src/shared/versions.ts";
import { main as adopt } from "../src/specs/adopt/main.ts";
import { checkAll } from "../src/specs/check/main.ts";
import { parseAxes } from "./simulated-upstream/build-variant.ts";
import { writeVariant } from "./simulated-upstream/write-variant.ts";
import { runMain } from "./support/hostile-support.ts";
import { temporaryFolder } from "./support/pull-support.ts";
import { temporaryRepository } from "./support/temporary-repository.ts";
import { unlinted } from "./support/unlinted.ts";

/** A document without webhooks, with ids, paths and required fields in its own manner, and operations that are new or gone. */
const AXES =
  "operation-ids,component-names,trailing-slashes,more-operations,one-version-only,required-read-only,no-webhooks";

/** The name of an operation that the documents may have by now. */
function findName(resources: string): string | undefined {
  return /^ {2}GET \/tariff\/company\/\{\}: .*?(\w+\.\w+)/m.exec(resources)?.[1];
}

test("a document in another style lands by data alone, and a choice changes what lands", {
  timeout: 600_000,
}, async () => {
  await using repository = await temporaryRepository();
  const { root } = repository;
  const folder = await temporaryFolder();
  await writeVariant(parseAxes(AXES, "1"), "1", folder);
  const before = await repository.read();
  const run = (...args: string[]) => runMain((output) => adopt(["--from", folder, ...args], root, output, unlinted));

  const planned = await run("--dry-run", "--strict");
  expect(planned.code, planned.lines.join("\n")).toBe(1);
  expect(await repository.read()).toEqual(before);

  const landed = await run();
  expect(landed).toEqual({ code: 0, lines: [...planned.lines.slice(0, -1), expect.stringMatching(/ files written$/)] });
  expect(landed.lines).toContainEqual(expect.stringMatching(/^ {2}webhooks-gone: /));
  const named = findName(before.get("specs/resources.yaml") ?? "");
  expect(landed.lines.includes("  GET /tariff/company/{}: tariffs.listByCompany")).toBe(named === undefined);
  const names = await readFile(join(root, "specs/resources.yaml"), "utf8");
  expect(findName(names)).toBe(named ?? "tariffs.listByCompany");
  expect(await runMain((output) => checkAll(root, output, unlinted))).toMatchObject({ code: 0 });
  expect(await runMain((output) => codegen(["--check"], root, output, unlinted))).toMatchObject({ code: 0 });
  const lock = JSON.parse(await readFile(join(root, "specs/specs.lock.json"), "utf8"));
  expect(VERSIONS.map((version) => lock[version].origin)).toEqual(VERSIONS.map(() => "upstream"));

  const file = join(root, "specs/decisions.yaml");
  const { decisions } = parse(await readFile(file, "utf8"));
  expect(Object.keys(decisions)).toEqual(["webhooks-gone"]);
  await writeFile(file, `decisions:\n  webhooks-gone: { choice: drop }\n`);
  const decided = await run("--strict");
  expect(decided.code, decided.lines.join("\n")).toBe(0);
  const overlays = [...(await repository.read()).keys()].filter((name) => name.includes("webhooks-v"));
  expect(overlays).toEqual([]);
});

test.each([
  ["an unknown question", "decisions:\n  ping-lost: { choice: remove }\n", "unknown question ping-lost"],
  ["an invalid field", "decisions:\n  ping-lost: { reply: remove }\n", "ping-lost: unknown field reply"],
])("%s in specs/decisions.yaml stops the pull, and nothing changes", async (_, text, message) => {
  await using repository = await temporaryRepository();
  const folder = await temporaryFolder();
  await mkdir(folder, { recursive: true });
  await writeVariant(parseAxes("none", "1"), "1", folder);
  await writeFile(join(repository.root, "specs/decisions.yaml"), text);
  const before = await repository.read();

  const { code, lines } = await runMain((output) => adopt(["--from", folder], repository.root, output, unlinted));

  expect([code, lines.join("\n")]).toEqual([1, expect.stringContaining(`specs:adopt: decisions.yaml: ${message}`)]);
  expect(await repository.read()).toEqual(before);
});
