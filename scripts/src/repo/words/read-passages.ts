import ts from "typescript";

/** A piece of prose: a comment, a message, a test name or a paragraph. */
export interface Passage {
  readonly lines: readonly string[];
  /** Line of the first one in its file, from 1. */
  readonly firstLine: number;
}

/** A string of code with fewer words is an identifier or data, not a sentence. */
const WORDS_OF_A_MESSAGE = 3;

/** The prose of a file, without the code that it quotes; empty for a kind of file that has none. */
export function readPassages(file: string, source: string): Passage[] {
  if (/\.[cm]?[jt]s$/.test(file)) return readCode(source);
  if (file.endsWith(".md")) return readMarkdown(source);
  return /\.(ya?ml|sh)$|\.ci\/run$/.test(file) ? readHashComments(source) : [];
}

function readCode(source: string): Passage[] {
  const file = ts.createSourceFile("file.ts", source, ts.ScriptTarget.ESNext, true);
  const found = new Map<number, Passage>();
  const add = (position: number, text: string): void => {
    if (!found.has(position))
      found.set(position, toPassage(text, file.getLineAndCharacterOfPosition(position).line + 1));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (isMessage(node.text)) add(node.getStart(), node.text);
    }
    const children = node.getChildren().filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) {
      const comments = [
        ...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
        ...(ts.getTrailingCommentRanges(source, node.end) ?? []),
      ];
      for (const { pos, end } of comments) add(pos, source.slice(pos, end));
    }
    children.forEach(visit);
  };
  visit(file);
  return [...found.values()].sort((a, b) => a.firstLine - b.firstLine);
}

function isMessage(text: string): boolean {
  return (text.match(/\b[A-Za-z]{2,}\b/g) ?? []).length >= WORDS_OF_A_MESSAGE && text.includes(" ");
}

/** Paragraphs, list items and table rows, without blocks of code. */
function readMarkdown(source: string): Passage[] {
  let fence: string | undefined;
  const lines = source.split("\n").map((line) => {
    const marker = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (marker === undefined) return fence === undefined ? line : "";
    if (fence === undefined) fence = marker;
    else if (marker.startsWith(fence)) fence = undefined;
    return "";
  });
  return splitAtBlankLines(lines);
}

function readHashComments(source: string): Passage[] {
  return splitAtBlankLines(source.split("\n").map((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1] ?? ""));
}

function splitAtBlankLines(lines: readonly string[]): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  lines.concat("").forEach((line, index) => {
    if (line.trim() !== "") return;
    if (index > start) passages.push(toPassage(lines.slice(start, index).join("\n"), start + 1));
    start = index + 1;
  });
  return passages;
}

function toPassage(text: string, firstLine: number): Passage {
  const withoutCode = text
    .replaceAll(/```[\s\S]*?```/g, (block) => block.replaceAll(/[^\n]/g, ""))
    .replaceAll(/``.+?``/g, "…")
    .replaceAll(/`[^`\n]+`/g, "…");
  return { lines: withoutCode.split("\n").map(stripMarks), firstLine };
}

/** A line without the marks of a comment, a list or a quotation. */
function stripMarks(line: string): string {
  return line
    .replace(/^\s*(\/\*+|\*+\/|\*|\/\/|#+|>|- )?\s*/, "")
    .replace(/\s*\*\/$/, "")
    .trim();
}
