import { expect, test } from "vitest";
import { nameRecording } from "./name-recording.ts";

test("a recording is named after its file, its place in it, and its test", () => {
  expect(nameRecording("test/bills.test.ts", "lists bills: all of them!", "-1433840203_0_12")).toBe(
    "test-bills-test-ts-0-12-lists-bills-all-of-them.json",
  );
});

test("tests of the same name have files of their own, also where nothing of the name is left", () => {
  expect(nameRecording("a.test.ts", "é", "1_0")).toBe("a-test-ts-0.json");
  expect(nameRecording("a.test.ts", "é", "1_1")).toBe("a-test-ts-1.json");
});
