import { expect, test } from "vitest";
import { measureDiffSpeed } from "./diff-speed.ts";

test("each kind of growth has a ratio", async () => {
  const report = await measureDiffSpeed({ length: 10, rounds: 1 });

  expect(report.match(/20 over 10 .* × /g)).toHaveLength(3);
});
