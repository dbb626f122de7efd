import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updateOptionTables } from "../support/package/option-tables.ts";
import { PACKAGE_ROOT } from "../support/package/readme-examples.ts";

const PATH = join(PACKAGE_ROOT, "README.md");

test("the README shows the options of each interface as their doc comments describe them", async () => {
  const readme = await readFile(PATH, "utf8");

  const updated = await updateOptionTables(readme);

  expect(updated.match(/^\| `\w+` /gm)?.length).toBeGreaterThan(20);
  // `vitest run test/package/option-tables.test.ts -u` writes the tables.
  await expect(updated).toMatchFileSnapshot(PATH);
});
