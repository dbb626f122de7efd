import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands.ts";
import { findMarks } from "../src/marks/marks.ts";
import { listVersions, toValueName } from "../src/project/api-package.ts";
import { createProject } from "./support/apply-to.ts";
import { runNectar } from "./support/run-main.ts";

async function readBlocks(language: string): Promise<string[]> {
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, found, code]) =>
    found === language && code !== undefined ? [code] : [],
  );
}

test("every command of the README runs, in its order, in one project", async () => {
  const lines = (await readBlocks("sh")).flatMap((block) => block.split("\n"));
  const commands = lines.flatMap((line) => /^npx nectar-migrate (.+)$/.exec(line)?.[1] ?? []);
  const [first = "", last = ""] = [listVersions()[0], listVersions().at(-1)];
  const code = `export { ${toValueName(first)} } from "@nectar-sdk/api-${first}";\n`;
  await using project = await createProject("empty", { "src/main.ts": code }, [`api-${first}`, `api-${last}`]);

  const names = new Set<string>();
  for (const command of commands.filter((text) => /\bv2\.|^status|^--help/.test(text))) {
    const { code, err } = await runNectar(project.root, ...command.split(" "));
    expect([command, err, code < 2]).toEqual([command, [], true]);
    names.add(command.split(" ")[0] ?? "");
  }
  expect([...names]).toEqual(expect.arrayContaining(["check", "apply", "status"]));
});

test("the comment of the README is one that status counts", async () => {
  const marks = (await readBlocks("ts")).flatMap((code) => findMarks("README.md", code));

  expect(marks).toMatchObject([{ id: "eb26fe7f761e", isAcknowledged: false }]);
});

test.each(["check", "apply"])("the README names every option of %s", async (name) => {
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  const command = await COMMANDS[name]?.load();
  const options = [...(command?.help ?? "").matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option ?? "");

  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(readme).toContain(option);
});
