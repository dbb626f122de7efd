import type { UploadSource } from "./upload-source.ts";

/** Name of a file, or the path to it; `undefined` for bytes that have neither. */
export function nameOf(source: UploadSource): string | undefined {
  if (source instanceof File) return source.name;
  const path: unknown = Object(source).path;
  return typeof path === "string" ? path : undefined;
}
