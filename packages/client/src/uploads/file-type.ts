/** A kind of file that Nectar reads. */
export interface FileType {
  readonly mediaType: string;
  readonly extension: string;
}

/** Bytes of a file that its type is found in. */
export const HEAD_LENGTH = 1024;

/** The kind of a file by its content, whatever its name says; `undefined` for anything but PDF, PNG and JPEG. */
export function fileTypeOf(head: Uint8Array): FileType | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_LENGTH));
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return { mediaType: "image/png", extension: "png" };
  if (text.startsWith("\xff\xd8\xff")) return { mediaType: "image/jpeg", extension: "jpg" };
  // Readers of PDF look for its mark in the first 1024 bytes, since some writers put something before it.
  return text.includes("%PDF-") ? { mediaType: "application/pdf", extension: "pdf" } : undefined;
}
