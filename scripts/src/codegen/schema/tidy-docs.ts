import ts from "typescript";
import { docText } from "../docs/doc-comment.ts";

/**
 * Removes the tags from the comments of openapi-typescript: `foldDocs` has moved everything into the description, which needs no tag.
 * Declarations and properties have comments.
 */
export function tidyDocs(node: ts.Node): void {
  const comments = ts.getSyntheticLeadingComments(node);
  if (comments !== undefined) ts.setSyntheticLeadingComments(node, comments.flatMap(tidyComment));
  ts.forEachChild(node, tidyDocs);
}

function tidyComment(comment: ts.SynthesizedComment): ts.SynthesizedComment[] {
  const lines = comment.text
    .split("\n")
    // Further lines are indented by four more columns.
    .map((line) => line.replace(/^ ?\*( {5}| )?/, "").trimEnd())
    // The type says the same as these tags. A line of the description never begins with a tag.
    .filter((line) => !/^@(enum \{|constant$)/.test(line))
    .map((line) => line.replace(/^@description /, ""));
  const text = lines.join("\n").trim();
  return text === "" ? [] : [{ ...comment, text: docText(text) }];
}
