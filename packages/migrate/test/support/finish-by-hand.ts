import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One replacement of a person, in a file of a fixture. */
type HandEdit = readonly [file: string, before: string, after: string];

/** The edits of a person at the comments of `apply`, by fixture. */
const HAND_EDITS: Readonly<Record<string, readonly HandEdit[]>> = {
  script: [
    ["src/report.ts", 'const { serviceAddress = "unknown", ...rest }', 'const { meterAddress = "unknown", ...rest }'],
    [
      "src/report.ts",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Code of a fixture.
      '`${serviceAddress}: ${rest.timeOfUse ?? "all day"}`',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Code of a fixture.
      '`${meterAddress}: ${rest.timeOfUseBreakdown?.length || "all day"}`',
    ],
    [
      "src/report.ts",
      "data?.timeOfUse ?? undefined",
      'data?.timeOfUseBreakdown?.map(({ timeOfUse }) => timeOfUse).join("+")',
    ],
    ["src/report.ts", '"serviceAddress" in usage', '"meterAddress" in usage'],
    ["src/report.ts", "bills.example/v0/usage", "bills.example/v0.3/usage"],
  ],
  "next-app": [["app/page.tsx", "usage.serviceAddress", "usage.meterAddress"]],
  monorepo: [["packages/app/src/main.ts", 'usage.timeOfUse ?? ""', 'usage.timeOfUseBreakdown?.[0]?.timeOfUse ?? ""']],
  javascript: [["src/main.js", "usage?.serviceAddress", "usage?.meterAddress"]],
  "half-migrated": [
    [
      "src/main.ts",
      "before.timeOfUse === undefined && after.timeOfUseBreakdown === undefined",
      "before.timeOfUseBreakdown?.length === after.timeOfUseBreakdown?.length",
    ],
  ],
};

/** Finishes a fixture as a person does after `apply`: edits the marked places, and deletes the comments there. */
export async function finishByHand(fixture: string, root: string): Promise<void> {
  for (const [file, before, after] of HAND_EDITS[fixture] ?? []) {
    const path = join(root, file);
    const text = (await readFile(path, "utf8")).replace(/^[ \t]*\/\/ FIXME\(nectar-migrate .*\n/gm, "");
    if (text.split(before).length !== 2) throw new Error(`${fixture}/${file} does not contain once: ${before}`);
    await writeFile(
      path,
      text.replace(before, () => after),
    );
  }
}
