import { describe, expect, test } from "vitest";
import { findOddTurns, ODD_TURNS } from "./find-odd-turns.ts";

function listTurns(file: string, source: string): string[] {
  return findOddTurns(file, source).findings.map(({ turn }) => turn);
}

test.each(ODD_TURNS.map(({ example, suggestion }) => [example, suggestion]))("%j is found", (example, suggestion) => {
  const { findings } = findOddTurns("a.ts", `/** ${example} */`);

  expect(findings.map((finding) => finding.suggestion)).toContain(suggestion);
});

test.each([
  "Retries a request after 429, as long as the deadline allows.",
  "There is no body, so the response is no longer needed.",
  "Returns the list as soon as the last page has arrived.",
  "What if the server closes the connection?",
  "The value is not valid JSON: expected an object.",
])("%j is not found", (sentence) => {
  expect(listTurns("a.ts", `// ${sentence}`)).toEqual([]);
});

describe("a source file", () => {
  test("is searched in comments, messages and test names, in the order of its lines", () => {
    const source = [
      "// Nobody reads this.",
      "const nobody = 1;",
      'test("the port is no number", () => {});',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text under test
      "throw new Error(`the text ${nobody} goes on with more`);",
      "/** Compares",
      " * two texts. */",
    ].join("\n");

    const { findings } = findOddTurns("a.ts", source);

    expect(findings.map(({ line, turn }) => [line, turn])).toEqual([
      [1, "Nobody"],
      [3, "is no"],
      [4, "goes on"],
      [6, "texts"],
    ]);
  });

  test("has a turn found across a line break", () => {
    expect(listTurns("a.ts", "/**\n * The call goes\n * on without it.\n */")).toEqual(["goes on"]);
  });

  test("is not searched in identifiers, short strings and quoted code", () => {
    const source = [
      'const whoever = "whatever";',
      "// Returns `nobody` or `` `whoever` ``.",
      "/** @example",
      "```",
      "nobody",
      "```",
      "*/",
    ];

    expect(listTurns("a.ts", source.join("\n"))).toEqual([]);
  });
});

test("Markdown is searched outside of its code", () => {
  const source = "# Whatever\n\nA `nobody`.\n\n```ts\n// whoever\n```\n\n- somebody\n";

  const { findings, proseLines } = findOddTurns("a.md", source);

  expect(findings.map(({ line, turn }) => [line, turn])).toEqual([
    [1, "Whatever"],
    [9, "somebody"],
  ]);
  expect(proseLines).toBe(3);
});

test("YAML and shell files are searched in their comments", () => {
  expect(listTurns("a.yaml", "# nobody\nkey: whatever # somebody\n")).toEqual(["nobody", "somebody"]);
  expect(listTurns(".ci/run", "echo nobody\n# whoever\n")).toEqual(["whoever"]);
});

test("other kinds of files are not searched", () => {
  expect(listTurns("a.json", '{ "nobody": "is told of whatever it is" }')).toEqual([]);
});
