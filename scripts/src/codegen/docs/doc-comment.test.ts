import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { docComment, docText, escapeTags } from "./doc-comment.ts";

/** What TypeScript reads when a text documents a declaration. */
function read(text: string): { statements: number; tags: string[] } {
  const file = ts.createSourceFile("a.ts", `${docComment(text)}export const a = 1;\n`, ts.ScriptTarget.ESNext, true);
  const [first] = file.statements;
  return {
    statements: file.statements.length,
    tags: first === undefined ? [] : ts.getJSDocTags(first).map((tag) => tag.tagName.text),
  };
}

/** Any text, and above all what could end a comment or begin a tag. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "*/",
        "/*",
        "*",
        "/",
        "\\",
        "@deprecated",
        "@",
        "`",
        "\n",
        "\r\n",
        " ",
        "<b>",
        "{@link x}",
        "https://a.example/*/b",
      ),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join(""));

describe("a documentation comment", () => {
  test("holds any text without ending before its end", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(text).statements).toBe(1);
        expect(docText(text)).not.toContain("*/");
      }),
    );
  });

  test("holds any prose without a tag", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(escapeTags(text)).tags).toEqual([]);
      }),
    );
  });

  test("keeps the tags that it is given", () => {
    expect(read("What.\n\n@param a first\n@deprecated").tags).toEqual(["param", "deprecated"]);
  });

  test("keeps addresses, code and markup as they are", () => {
    const text = "See <https://a.example/?b=c@d>, `a@b.example` and <b>this</b>.";
    expect(docComment(escapeTags(text))).toBe(`/** ${text} */\n`);
  });

  test("is one line for one line, and indented for more", () => {
    expect(docComment("What.")).toBe("/** What. */\n");
    expect(docComment("What.\n\nWhy.", "  ")).toBe("  /**\n   * What.\n   *\n   * Why.\n   */\n");
  });

  test("is not there where nothing is to be said", () => {
    expect(docComment(" \n ")).toBe("");
  });
});
