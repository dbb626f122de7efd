import { makeVisible } from "../../document/printable-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML and XML, between tags and in quoted attributes. Invisible characters become visible escapes. */
export function escapeMarkup(text: string): string {
  return makeVisible(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
