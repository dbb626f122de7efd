/** A file type that Nectar accepts. */
export interface FileType {
  readonly mediaType: string;
  readonly extension: string;
}

/** Bytes at the beginning of a file that reveal its type. */
export const HEAD_LENGTH = 1024;

/** Detects the type of a file by its content, not its name; `undefined` unless it is PDF, PNG or JPEG. */
export function detectFileType(head: Uint8Array): FileType | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_LENGTH));
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return { mediaType: "image/png", extension: "png" };
  if (text.startsWith("\xff\xd8\xff")) return { mediaType: "image/jpeg", extension: "jpg" };
  // PDF readers look for the signature in the first 1024 bytes, since some writers put other bytes before it.
  return text.includes("%PDF-") ? { mediaType: "application/pdf", extension: "pdf" } : undefined;
}
