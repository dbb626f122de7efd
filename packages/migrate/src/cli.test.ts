import { expect, test } from "vitest";
import { main } from "./cli.ts";
import type { CommandEntry } from "./commands.ts";
import { UsageError } from "./shared/usage-error.ts";

const commands: Record<string, CommandEntry> = {
  echo: {
    summary: "prints its arguments",
    load: async () => ({
      help: "Usage: nectar-migrate echo",
      run: async (args, { output }) => {
        if (args.includes("--bad")) throw new UsageError("--bad:\n  pass --good");
        output.log(args.join(" "));
        return 1;
      },
    }),
  },
};

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { log: (line: string) => void out.push(line), error: (line: string) => void err.push(line) };
  const code = await main(args, { cwd: "/", output }, commands);
  return { code, out, err };
}

test("a command gets its arguments and decides the exit code", async () => {
  expect(await run("echo", "a", "b")).toEqual({ code: 1, out: ["a b"], err: [] });
});

test("an unknown command or option names those that exist, with exit code 2", async () => {
  const expected = "expected echo, --help, --version";
  expect(await run("ecko")).toEqual({ code: 2, out: [], err: [`nectar-migrate: unknown command "ecko": ${expected}`] });
  expect(await run("--all")).toMatchObject({ code: 2, err: [`nectar-migrate: unknown option "--all": ${expected}`] });
  expect(await run("toString")).toMatchObject({ code: 2, out: [] });
});

test("a failure is one line without a stack, with exit code 2", async () => {
  expect(await run("echo", "--bad")).toEqual({ code: 2, out: [], err: ["nectar-migrate echo: --bad: pass --good"] });
});

test("help lists the commands and shows the options of one", async () => {
  expect((await run("--help")).out.join("\n")).toContain("  echo  prints its arguments");
  expect(await run("echo", "--help")).toEqual({ code: 0, out: ["Usage: nectar-migrate echo"], err: [] });
  expect((await run()).code).toBe(2);
});

test("the version is the one of the package", async () => {
  expect((await run("--version")).out).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/)]);
});
