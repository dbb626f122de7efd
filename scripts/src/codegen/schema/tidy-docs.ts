import ts from "typescript";
import { docText } from "../docs/doc-comment.ts";

/**
 * Takes the tags out of the comments of openapi-typescript: `foldDocs` has put everything into the description, and that needs
 * no tag. Comments stand on declarations and on properties.
 */
export function tidyDocs(node: ts.Node): void {
  const comments = ts.getSyntheticLeadingComments(node);
  if (comments !== undefined) ts.setSyntheticLeadingComments(node, comments.flatMap(tidyComment));
  ts.forEachChild(node, tidyDocs);
}

function tidyComment(comment: ts.SynthesizedComment): ts.SynthesizedComment[] {
  const lines = comment.text
    .split("\n")
    // Further lines of a text stand four columns further right.
    .map((line) => line.replace(/^ ?\*( {5}| )?/, "").trimEnd())
    // What these say, the type says better. A line of the description never begins with a tag.
    .filter((line) => !/^@(enum \{|constant$)/.test(line))
    .map((line) => line.replace(/^@description /, ""));
  const text = lines.join("\n").trim();
  return text === "" ? [] : [{ ...comment, text: docText(text) }];
}
