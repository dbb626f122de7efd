import { expect, test } from "vitest";
import { nameRecording } from "./name-recording.ts";

test("a recording is named after its test file, its position and its test", () => {
  expect(nameRecording("test/bills.test.ts", "lists bills: all of them!", "-1433840203_0_12")).toBe(
    "test-bills-test-ts-0-12-lists-bills-all-of-them.json",
  );
});

test("tests of the same name get different files, even when all characters of the name are dropped", () => {
  expect(nameRecording("a.test.ts", "é", "1_0")).toBe("a-test-ts-0.json");
  expect(nameRecording("a.test.ts", "é", "1_1")).toBe("a-test-ts-1.json");
});
