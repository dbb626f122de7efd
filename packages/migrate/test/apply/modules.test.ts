import { mkdir, readFile, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyToAll, createProject, VERSIONS } from "../support/apply-to.ts";
import { runMain } from "../support/run-main.ts";

const REQUIRE = "declare const require: (name: string) => any;\n";

test("a require without types is marked and not edited, and the old package stays", async () => {
  const code = `${REQUIRE}const { v0_1 } = require("@nectar-sdk/api-v0.1");\nexport const version = v0_1.version;\n`;
  await using project = await createProject("empty", { "src/main.ts": code });

  const checked = await runMain(project.root, "check", ...VERSIONS);
  const { code: exit } = await runMain(project.root, "apply", ...VERSIONS);

  const text = await readFile(join(project.root, "src/main.ts"), "utf8");
  expect(text.replace(/\/\/ FIXME\(nectar-migrate untyped-require\)[^\n]*\n/, "")).toBe(code);
  expect(text).not.toBe(code);
  expect(await readFile(join(project.root, "package.json"), "utf8")).toContain("api-v0.1");
  expect([checked.code, exit]).toEqual([1, 1]);
});

test("an import with backticks is edited with its members", async () => {
  const code = "export const load = async () => (await import(`@nectar-sdk/api-v0.1`)).v0_1;\n";

  const { texts, code: exit } = await applyToAll([code]);

  expect([...texts.values()]).toEqual([code.replace("api-v0.1", "api-v0.3").replace("v0_1", "v0_3")]);
  expect(exit).toBe(0);
});

test("an import under another name of the package is marked and not edited", async () => {
  const code = 'import { v0_1 } from "nectar-old";\nexport const version = v0_1.version;\n';
  await using project = await createProject("empty", { "src/main.ts": code });
  await mkdir(join(project.root, "node_modules"), { recursive: true });
  await symlink(
    await realpath(join(project.root, "node_modules/@nectar-sdk/api-v0.1")),
    join(project.root, "node_modules/nectar-old"),
  );

  const checked = await runMain(project.root, "check", ...VERSIONS);
  const { code: exit } = await runMain(project.root, "apply", ...VERSIONS);

  const text = await readFile(join(project.root, "src/main.ts"), "utf8");
  expect(text).toMatch(/^\/\/ FIXME\(nectar-migrate aliased-import\)/);
  expect(text.slice(text.indexOf("\n") + 1)).toBe(code);
  expect([checked.code, exit]).toEqual([1, 1]);
});

test("errors that an earlier run with --only left are listed by the next run", async () => {
  await using project = await createProject("empty", {
    "src/a.ts": 'import type { UsageData } from "@nectar-sdk/api-v0.1";\nexport declare const usage: UsageData;\n',
    "src/use.ts":
      'import { usage } from "./a.js";\nexport const old = usage.timeOfUse;\nexport const bad: number = "";\n',
  });

  await runMain(project.root, "apply", ...VERSIONS, "--only", "src/a.ts");
  const { code, out } = await runMain(project.root, "apply", ...VERSIONS);

  expect(out).toContain("2 errors without any change, 1 of them about the API");
  expect(out.join("\n")).toMatch(/^src\/use\.ts:2:26 did not compile before: /m);
  expect(code).toBe(1);
});
