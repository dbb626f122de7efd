import { expect, test } from "vitest";
import { rewriteLinks } from "./rewrite-links.ts";

const toAbsolute = (target: string, kind: string): string => `https://example.com/${kind}/${target}`;

test.each([
  ["[a](b.md)", "[a](https://example.com/link/b.md)"],
  ["[a](../b#c 'title')", "[a](https://example.com/link/../b#c 'title')"],
  ["![a](b.png)", "![a](https://example.com/image/b.png)"],
  ["[![a](b.png)](c.md)", "[![a](https://example.com/image/b.png)](https://example.com/link/c.md)"],
  ["[b.md](b.md)", "[b.md](https://example.com/link/b.md)"],
  ["[a][b]\n\n[b]: c.md", "[a][b]\n\n[b]: https://example.com/link/c.md"],
  [
    "| [a](b) | [c](d) |\n|---|---|",
    "| [a](https://example.com/link/b) | [c](https://example.com/link/d) |\n|---|---|",
  ],
])("the relative target of %j becomes absolute", (markdown, expected) => {
  expect(rewriteLinks(markdown, toAbsolute)).toBe(expected);
});

test.each([
  "[a](#b)",
  "[a](https://other.example/b.md)",
  "[a](mailto:a@b.example)",
  "<https://other.example>",
  "`[a](b.md)`",
  "```md\n[a](b.md)\n```",
  '<a href="https://other.example">a</a>',
])("%j does not change", (markdown) => {
  expect(rewriteLinks(markdown, toAbsolute)).toBe(markdown);
});

test("a relative address in HTML, and one with escapes, is refused with its text", () => {
  expect(() => rewriteLinks('<img src="b.png">', toAbsolute)).toThrow('Relative address in HTML: <img src="b.png">');
  expect(() => rewriteLinks("[a](b\\_c.md)", toAbsolute)).toThrow("Link target with escapes: [a](b\\_c.md)");
});
