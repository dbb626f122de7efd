import { makeVisible } from "../../document/printable-text.ts";

/** Escapes text of a document, so that it is neither markup nor a mention nor a link. */
export function escapeMarkdown(text: string): string {
  return makeVisible(text)
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (mark) => `\\${mark}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/@|:\/\//g, (mark) => `${mark[0]}<!-- -->${mark.slice(1)}`);
}
