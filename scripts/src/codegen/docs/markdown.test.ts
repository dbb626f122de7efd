import { describe, expect, test } from "vitest";
import { codeCell, escapeMarkdown } from "./markdown.ts";

describe("text of a document has no effect as Markdown", () => {
  test.each([
    ["<script>a()</script>", "\\<script\\>a()\\</script\\>"],
    ["<!-- -->", "\\<\\!-- --\\>"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    ["[a](javascript:b)", "\\[a\\](javascript:b)"],
    ["![a](https://b.c)", "\\!\\[a\\](https:\\//b.c)"],
    ["See https://a.b and www.c.d", "See https:\\//a.b and www\\.c.d"],
    ["# heading", "\\# heading"],
    ["title\n=====", "title\n\\====="],
    ["title\n---", "title\n\\---"],
    ["| a |\n|---|", "\\| a \\|\n\\|---\\|"],
    ["```js\na\n```", "\\`\\`\\`js\na\n\\`\\`\\`"],
    ["~~~\na", "\\~\\~\\~\na"],
    ["*a* __b__", "\\*a\\* \\_\\_b\\_\\_"],
    ["\\[a](b)", "\\\\\\[a\\](b)"],
    ["a\u2028b\u202ec", "a\\\\u2028b\\\\u202ec"],
  ])("%j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test.each(["Plain text, with `code_<b>` in it.", "One.\n\n- two\n- three\n\n1. four"])("%j stays", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });
});

describe("text in a cell is inline code", () => {
  test.each([
    ["https://a.b/{c}", "`https://a.b/{c}`"],
    ["a`b``c|d", "``` a`b``c\\|d ```"],
    ["a\n| b\r\u0085", "`a \\| b \\u0085`"],
  ])("%j", (text, cell) => {
    expect(codeCell(text)).toBe(cell);
  });
});
