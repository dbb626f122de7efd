import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { docComment, docText, escapeTags } from "./doc-comment.ts";

/** Returns the statements and tags that TypeScript reads from a declaration with a doc comment. */
function read(text: string): { statements: number; tags: string[] } {
  const file = ts.createSourceFile("a.ts", `${docComment(text)}export const a = 1;\n`, ts.ScriptTarget.ESNext, true);
  const [first] = file.statements;
  return {
    statements: file.statements.length,
    tags: first === undefined ? [] : ts.getJSDocTags(first).map((tag) => tag.tagName.text),
  };
}

/** Random strings, with the characters that end a comment or begin a tag. */
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
  test("never ends early, with any text in it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(text).statements).toBe(1);
        expect(docText(text)).not.toContain("*/");
      }),
    );
  });

  test("has no tag for escaped prose", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(escapeTags(text)).tags).toEqual([]);
      }),
    );
  });

  test("keeps its tags", () => {
    expect(read("What.\n\n@param a first\n@deprecated").tags).toEqual(["param", "deprecated"]);
  });

  test("does not change URLs, code and markup", () => {
    const text = "See <https://a.example/?b=c@d>, `a@b.example` and <b>this</b>.";
    expect(docComment(escapeTags(text))).toBe(`/** ${text} */\n`);
  });

  test("is one line for a single line, and indented for more", () => {
    expect(docComment("What.")).toBe("/** What. */\n");
    expect(docComment("What.\n\nWhy.", "  ")).toBe("  /**\n   * What.\n   *\n   * Why.\n   */\n");
  });

  test("is empty for an empty text", () => {
    expect(docComment(" \n ")).toBe("");
  });
});
