/** Files as they begin: what an upload is recognised by. */
export const HEADS: Readonly<Record<"pdf" | "png" | "jpeg", Uint8Array<ArrayBuffer>>> = {
  pdf: bytesOf("%PDF-1.7\n"),
  png: bytesOf("\x89PNG\r\n\x1a\n"),
  jpeg: bytesOf("\xff\xd8\xff\xe0"),
};

/** Bytes of which every character of the text is one. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A PDF of so many bytes. */
export function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(HEADS.pdf);
  return bytes;
}
