import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compactFolder } from "./compact-folder.ts";
import { compactText, isEmptyModule } from "./compact-text.ts";

test("levels become tabs, comments keep their shape, and nothing else changes", () => {
  const text = `export interface A {\n    /**\n     * What  is    aligned.\n     */\n    b: {\n        c: "    ";\n    };\n}\n`;
  expect(compactText(text)).toBe(
    `export interface A {\n\t/**\n\t * What  is    aligned.\n\t */\n\tb: {\n\t\tc: "    ";\n\t};\n}\n`,
  );
});

test("the note that a file is generated goes, other comments stay", () => {
  const code = "export {};\n";
  expect(compactText(`// Generated from specs/v2.0/openapi.json by \`pnpm codegen\`.\n\n${code}`)).toBe(code);
  expect(compactText(`// Generally useful.\n${code}`)).toBe(`// Generally useful.\n${code}`);
});

test("compacting twice changes nothing more", () => {
  const text = "// Generated x\n\nexport interface A {\n    b: 1;\n}\n";
  expect(compactText(compactText(text))).toBe(compactText(text));
});

test("a module is empty if it only says that it is one", () => {
  expect(isEmptyModule("// Generated x\n\nexport {};\n")).toBe(true);
  expect(isEmptyModule("export {};\n")).toBe(true);
  expect(isEmptyModule('import "./a.js";\nexport {};\n')).toBe(false);
  expect(isEmptyModule("export const a = 1;\n")).toBe(false);
});

test("a folder keeps its code and declarations, loses empty modules, and other files stay as they are", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compact-"));
  try {
    await mkdir(join(folder, "a"));
    await writeFile(join(folder, "a/types.js"), "export {};\n");
    await writeFile(join(folder, "a/types.d.ts"), "export interface A {\n    b: 1;\n}\n");
    await writeFile(join(folder, "index.js"), "export const a = {\n    b: 1,\n};\n");
    await writeFile(join(folder, "data.json"), "{\n    }\n");
    await compactFolder(folder);
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(
      files
        .filter((file) => file.isFile())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["data.json", "index.js", "types.d.ts"]);
    expect(await readFile(join(folder, "a/types.d.ts"), "utf8")).toBe("export interface A {\n\tb: 1;\n}\n");
    expect(await readFile(join(folder, "data.json"), "utf8")).toBe("{\n    }\n");
  } finally {
    await rm(folder, { recursive: true });
  }
});
