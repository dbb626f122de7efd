import { spawnSync } from "node:child_process";
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

test("a command whose reader has closed the pipe ends without an error", () => {
  const print = `import { terminal } from ${JSON.stringify(join(import.meta.dirname, "terminal.ts"))};
    for (let line = 0; line < 100_000; line += 1) terminal.log("a line of text");`;

  const { stdout, stderr } = spawnSync(
    "sh",
    ["-c", '"$0" --input-type=module --eval "$1" | head -n 1', process.execPath, print],
    {
      encoding: "utf8",
    },
  );

  expect({ stdout, stderr }).toEqual({ stdout: "a line of text\n", stderr: "" });
});

/** Files that may: the terminal itself, and the programs of users that a rehearsal writes. */
const ALLOWED = ["shared/terminal.ts", "repo/rehearse/programs.ts"];

test("no command prints in another way", async () => {
  const folder = join(import.meta.dirname, "..");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));

  const others = files.filter((_file, index) => /\bconsole\b|process\.std(out|err)/.test(texts[index] ?? ""));

  expect(files.length).toBeGreaterThan(100);
  expect(others.filter((file) => !ALLOWED.includes(file))).toEqual([]);
});
