import { expect, test } from "vitest";
import { findMarks, formatMark } from "./marks.ts";

const MARK = formatMark("abc", "Look.");

test.each([
  ["a string", `const text = ${JSON.stringify(MARK)};`],
  ["a template", `const text = \`\n${MARK}\n\`;`],
  ["the end of a template", `const text = \`\${1}\n${MARK}\n\`;`],
  ["text between tags", `const text = <p>\n${MARK}\n</p>;`],
])("the words in %s are not a comment", (_, text) => {
  expect(findMarks("a.tsx", text)).toEqual([]);
});

test("comments above a statement, after one and in a block count, with their lines", () => {
  const text = `${MARK}\r\nconst a = "x"; ${MARK}\r\n/* ok(nectar-migrate abc): Seen. */\n`;

  expect(findMarks("a.ts", text).map(({ line, isAcknowledged }) => [line, isAcknowledged])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
});
