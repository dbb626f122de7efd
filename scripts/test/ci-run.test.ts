import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "./support/temporary-repository.ts";

const execute = promisify(execFile);

/** Records every command that `.ci/run` passes to pnpm. A command in `FAILING` fails. */
const NPX = `#!/usr/bin/env bash
shift 2
echo "$*" >> "$COMMANDS"
if [ "$*" = "--silent ci:count" ]; then echo "$COUNTS"; exit; fi
[[ ",$FAILING," != *",$*,"* ]]
`;

interface RunOfCi {
  readonly exitCode: unknown;
  readonly lastLine: string | undefined;
  /** Arguments of the calls of pnpm, in order. */
  readonly commands: readonly string[];
}

/** Runs `.ci/run` in a temporary repository, with a pnpm that does nothing. */
async function runCi({ failing = "", counts = "40 0" } = {}): Promise<RunOfCi> {
  const root = await mkdtemp(join(tmpdir(), "ci-run-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(join(ROOT, ".ci"), join(root, ".ci"), { recursive: true });
  const bin = join(root, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "npx"), NPX);
  await chmod(join(bin, "npx"), 0o755);
  await execute("git", ["init", "--quiet"], { cwd: root });

  const commands = join(root, "commands.txt");
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    COMMANDS: commands,
    FAILING: failing,
    COUNTS: counts,
  };
  const { exitCode, stdout } = await execute("bash", [".ci/run"], { cwd: root, env }).then(
    ({ stdout }) => ({ exitCode: 0, stdout }),
    (error: { code: unknown; stdout: string }) => ({ exitCode: error.code, stdout: error.stdout }),
  );
  return {
    exitCode,
    lastLine: stdout.trimEnd().split("\n").at(-1),
    commands: (await readFile(commands, "utf8")).trimEnd().split("\n"),
  };
}

test("lint, format, changesets and words are checked before the tests run", async () => {
  const { commands } = await runCi();

  expect(commands.slice(0, 10)).toEqual([
    "lint",
    "format:check",
    "changeset:check",
    "words",
    "workflows",
    "inspect",
    "specs:check",
    "codegen --check",
    "test",
    "--silent ci:count",
  ]);
});

test("the last line adds the gates to the tests, and the run is green", async () => {
  const { exitCode, lastLine, commands } = await runCi();

  // Every command except `test` and its count is a gate, and the state of the tree is one, too.
  const gates = commands.length - 2 + 1;
  expect([exitCode, lastLine]).toEqual([0, `${40 + gates} passed, 0 failed`]);
});

test.each(["lint", "changeset:check", "drills --only"])(
  "the run is red when `pnpm %s` fails, and the rest still runs",
  async (failing) => {
    const all = await runCi();

    const { exitCode, lastLine, commands } = await runCi({ failing });

    expect([exitCode, commands]).toEqual([1, all.commands]);
    expect(lastLine).toMatch(/ passed, 1 failed$/);
  },
);

test("the run is red when tests fail, or when their runner fails without a report", async () => {
  expect(await runCi({ failing: "test", counts: "38 2" })).toMatchObject({
    exitCode: 1,
    lastLine: expect.stringMatching(/, 2 failed$/),
  });
  expect(await runCi({ failing: "test" })).toMatchObject({
    exitCode: 1,
    lastLine: expect.stringMatching(/, 1 failed$/),
  });
});
