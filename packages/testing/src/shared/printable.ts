import { makeVisible, toPrintableLine } from "@nectar-sdk/openapi/document";

/** Escapes invisible and control characters line by line, so that server text can neither colour a terminal nor break XML. */
export function toPrintable(text: string): string {
  return text.split("\n").map(makeVisible).join("\n");
}

/** Turns text into one printable line that no CI server reads as a command. */
export function toOneLine(text: string): string {
  return toPrintableLine(text.replaceAll(/[\t\n]+/g, " "));
}

/** Hides user names and passwords of URLs in text. */
export function hideLogins(text: string): string {
  return text.replaceAll(/(:\/\/)[^\s/?#]*@/g, "$1[hidden]@");
}
