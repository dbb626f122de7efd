import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import { parseOverlay } from "@nectar-sdk/openapi/overlay";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { runMain } from "../../../test/support/hostile-support.ts";
import { temporaryFolder } from "../../../test/support/pull-support.ts";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { unlinted } from "../../../test/support/unlinted.ts";
import { formatCallName } from "../../codegen/names/call-name.ts";
import { parseResources } from "../../codegen/names/parse-resources.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { effectiveDocument } from "../overlay/effective-document.ts";
import { checkAll, main } from "./main.ts";

/** Copies the specs with the text of one file rewritten. */
async function copyWith(path: string, rewrite: (text: string) => string): Promise<string> {
  const root = await temporaryFolder();
  await cp(join(ROOT, "specs"), join(root, "specs"), { recursive: true });
  const file = join(root, "specs", path);
  const before = await readFile(file, "utf8");
  expect(rewrite(before)).not.toBe(before);
  await writeFile(file, rewrite(before));
  return root;
}

/** Notes are about overlays and examples of the documents. */
const isNoNote = (line: string): boolean => !line.startsWith("note: ");

const check = (root: string) => runMain((output) => checkAll(root, output, unlinted, ["v2.1"]));

test("an example that does not follow its schema is a problem with place, message and fix", async () => {
  const root = await copyWith("overlays/50-meters.yaml", (text) => text.replace("isTracked: true", 'isTracked: "yes"'));

  const { code, lines } = await check(root);

  expect(code).toBe(1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^v2\.1 \S+ response 200 \w+: .*isTracked.* must be boolean; correct it in specs\/overlays$/),
  );
});

test("the examples of this repository have no problem", async () => {
  const { code, lines } = await check(ROOT);

  expect({ code, lines: lines.filter(isNoNote) }).toEqual({ code: 0, lines: ["specs:check: 1 documents, 0 problems"] });
});

test("a warning of the linter is printed with its place and stops nothing", async () => {
  const warning = { at: "#/paths", message: "warn some-rule: Odd.", fix: "correct it", severity: "warn" } as const;

  const { code, lines } = await runMain((output) => checkAll(ROOT, output, async () => [warning], ["v2.1"]));

  expect({ code, lines: lines.filter(isNoNote) }).toEqual({
    code: 0,
    lines: ["v2.1 #/paths: warn some-rule: Odd.; correct it", "specs:check: 1 documents, 0 problems, 1 warnings"],
  });
});

test("a changed id is a note, not a problem, and the operation keeps its name", async () => {
  const { operations } = readApi(await effectiveDocument(join(ROOT, "specs"), "v2.1"));
  const operation = operations.find(({ id }) => id !== undefined);
  const key = toOperationKey(operation?.method ?? "", operation?.path ?? "");
  const { operations: named } = parseResources(await readFile(join(ROOT, "specs/resources.yaml"), "utf8"));
  const name = formatCallName(named.find((entry) => entry.key === key)?.name ?? { resource: "", method: "" });
  const root = await copyWith("resources.yaml", (text) => {
    const lines = text.split("\n");
    return lines
      .map((line) => (line.startsWith(`  ${key}: `) ? `  ${key}: { name: ${name}, id: thing_read }` : line))
      .join("\n");
  });

  const { code, lines } = await check(root);

  expect({ code, lines: lines.filter(isNoNote) }).toEqual({ code: 0, lines: ["specs:check: 1 documents, 0 problems"] });
  expect(lines).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^note: v2\\.1 specs/resources\\.yaml:\\d+: the id of ${name} has changed from thing_read to ${operation?.id}; its path .* decides$`,
      ),
    ),
  );
});

test("--expand prints overlays that are valid without their short forms", async () => {
  const { code, lines } = await runMain((output) => main(["--expand"], ROOT, output, unlinted));

  const documents = parseAllDocuments(lines.join("\n")).map((document) => document.toJS({ maxAliasCount: -1 }));
  expect(code).toBe(0);
  expect(documents.length).toBeGreaterThan(VERSIONS.length);
  for (const document of documents) expect(() => parseOverlay(document)).not.toThrow();
  expect(lines.filter((line) => /^ {2}- x-(operation|webhook)/.test(line))).toEqual([]);
});
