import type { Definition, Image, Link, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

type Target = Definition | Image | Link;

/** Turns a relative target of a link into an address. */
export type ToAbsolute = (target: string, kind: "link" | "image") => string;

/**
 * Replaces the relative targets of links, images and definitions in a Markdown document: on npm they are broken. Links within the
 * document do not change.
 *
 * @throws {Error} for a relative target in HTML, or one that is written with escapes
 */
export function rewriteLinks(markdown: string, toAbsolute: ToAbsolute): string {
  const edits = [...listTargets(fromMarkdown(markdown))].map((node) => {
    const start = findTarget(markdown, node);
    return { start, end: start + node.url.length, url: toAbsolute(node.url, node.type === "image" ? "image" : "link") };
  });
  // From the end, so that the positions of the others do not change.
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, url }) => text.slice(0, start) + url + text.slice(end), markdown);
}

function* listTargets(node: Nodes): Generator<Target> {
  if (node.type === "html" && /\b(href|src)\s*=\s*["']?(?!["']|#|[a-z][a-z+.-]*:|\/\/)/i.test(node.value)) {
    throw new Error(`Relative address in HTML: ${node.value}. Write it as a Markdown link`);
  }
  if ((node.type === "link" || node.type === "image" || node.type === "definition") && isRelative(node.url)) yield node;
  if ("children" in node) for (const child of node.children) yield* listTargets(child);
}

function isRelative(url: string): boolean {
  return url !== "" && !/^(#|\/\/|[a-z][a-z+.-]*:)/i.test(url);
}

/** Finds the offset of a node's address in the text. */
function findTarget(markdown: string, node: Target): number {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? markdown.length;
  const text = "children" in node ? node.children.at(-1)?.position?.end.offset : undefined;
  const opening = markdown.indexOf(node.type === "definition" ? "]:" : "](", text ?? start);
  const at = markdown.indexOf(node.url, opening);
  if (at < 0 || at >= end) throw new Error(`Link target with escapes: ${markdown.slice(start, end)}. Write it plainly`);
  return at;
}
