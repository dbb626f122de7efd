import { makeVisible, toPrintableLine } from "@nectar-sdk/openapi/document";

/** Escapes invisible and control characters line by line, so that a server can neither colour a terminal nor break XML. */
export function toPrintable(text: string): string {
  return text.split("\n").map(makeVisible).join("\n");
}

/** Writes a text as one line that no CI server takes for a command. */
export function toOneLine(text: string): string {
  return toPrintableLine(text.replaceAll(/[\t\n]+/g, " "));
}

/** Hides user names and passwords in addresses. */
export function hideLogins(text: string): string {
  return text.replaceAll(/(:\/\/)[^\s/?#]*@/g, "$1[hidden]@");
}
