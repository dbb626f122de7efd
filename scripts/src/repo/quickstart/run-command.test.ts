import { expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

const options = { cwd: process.cwd(), signal: new AbortController().signal, show: false };
const node = (script: string, signal = options.signal) =>
  runCommand(process.execPath, ["-e", script], { ...options, signal, env: { GREETING: "hello" } });

test("a command that succeeds is silent", async () => {
  await expect(node("process.exit(0)")).resolves.toBeUndefined();
});

test("a command that fails is an error with its code and everything it said", async () => {
  await expect(node("console.log(process.env.GREETING); console.error('cause'); process.exit(3)")).rejects.toThrow(
    /ended with code 3\n(hello\ncause|cause\nhello)/,
  );
});

test("an abort ends the command", async () => {
  const abort = new AbortController();
  const running = node("setInterval(() => {}, 1000)", abort.signal);
  abort.abort();
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
});

test("a command that does not exist is an error", async () => {
  await expect(runCommand("no-such-command-here", [], options)).rejects.toThrow("ENOENT");
});
