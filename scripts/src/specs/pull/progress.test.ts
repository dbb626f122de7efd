import { expect, test } from "vitest";
import { type ProgressStream, progressOn } from "./progress.ts";

function written(isTTY: boolean, env: NodeJS.ProcessEnv): string {
  const text: string[] = [];
  const stream: ProgressStream = { isTTY, write: (part) => text.push(part) };
  const progress = progressOn(stream, env);
  progress.show("v2.1", 2048);
  progress.clear();
  return text.join("");
}

test("a terminal sees how far a document has come, in a line that is taken back", () => {
  expect(written(true, {})).toBe("\r\u001b[Kv2.1: 2 kB\r\u001b[K");
});

test("no terminal, and no CI, sees anything", () => {
  expect(written(false, {})).toBe("");
  expect(written(true, { CI: "true" })).toBe("");
});
