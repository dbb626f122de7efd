import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

test("the table has a row for each step, the total, and the problems below it", () => {
  const moves = ["@scope/a", "@scope/b"].map((name) => ({ name, before: "1.0.0", after: "1.0.1" }));

  expect(
    formatTable([
      { step: "version", moves, seconds: 1.26, problems: [] },
      { step: "publish", moves: [], seconds: 2, problems: ["nothing was published"] },
    ]),
  ).toEqual([
    "| | step | packages moved | versions | seconds |",
    "| --- | --- | --- | --- | --- |",
    "| ✓ | version | a, b | 1.0.0 → 1.0.1 | 1.3 |",
    "| ✗ | publish | – | – | 2.0 |",
    "| | all | | | 3.3 |",
    "",
    "publish: nothing was published",
  ]);
});
