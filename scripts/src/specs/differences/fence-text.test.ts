import { expect, test } from "vitest";
import { fenceText } from "./fence-text.ts";

test("no line of a fenced block closes the fence or starts another line", () => {
  expect(fenceText(["a", "````", "b\n```"])).toBe("`````text\na\n````\nb\\n```\n`````");
  expect(fenceText(["a"])).toBe("```text\na\n```");
});
