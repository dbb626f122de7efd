/** The first bytes of files, which reveal their type. */
export const HEADS: Readonly<Record<"pdf" | "png" | "jpeg", Uint8Array<ArrayBuffer>>> = {
  pdf: toBytes("%PDF-1.7\n"),
  png: toBytes("\x89PNG\r\n\x1a\n"),
  jpeg: toBytes("\xff\xd8\xff\xe0"),
};

/** Converts each character of a string to a byte. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Creates a PDF of this many bytes. */
export function createPdf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(HEADS.pdf);
  return bytes;
}
