import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { terminalOn } from "./terminal.ts";

test("each call prints one line, on both streams", () => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const { log, error } = terminalOn({ stdout: stream, stderr: stream });

  log("a\n::error::b\r\u2028c");
  error("::warning::d");

  expect(written).toEqual(["a\\n::error::b\\r\\u2028c\n", "\\u003a:warning::d\n"]);
});

test("no command prints in another way", async () => {
  const folder = join(import.meta.dirname, "..");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  // The line of progress holds a version and a number alone.
  const allowed = ["shared/terminal.ts", "pull/cli.ts"];

  const others = files.filter((_file, index) => /\bconsole\b|process\.std(out|err)/.test(texts[index] ?? ""));

  expect(files.length).toBeGreaterThan(100);
  expect(others.filter((file) => !allowed.includes(file))).toEqual([]);
});
