import { readChunks } from "./read-chunks.ts";

/** The beginning of a body, as text. */
export interface TextStart {
  readonly text: string;
  /** Whether the body is longer. */
  readonly isCut: boolean;
  /** Why the body broke off; absent if it did not. */
  readonly broken?: { readonly cause: unknown };
}

/**
 * Reads the first `limit` bytes of a body as text, and keeps what arrived before a body broke off.
 *
 * The text is UTF-8 unless the content type names another charset, and excludes a byte order mark.
 */
export async function readTextUpTo(response: Response, limit: number): Promise<TextStart> {
  const decoder = createDecoder(response);
  // Some runtimes have no streams.
  if (!response.body) return { text: decoder.decode(await response.arrayBuffer()), isCut: false };
  let text = "";
  const take = (chunk: Uint8Array): void => {
    text += decoder.decode(chunk, { stream: true });
  };
  try {
    if (!(await readChunks(response.body, limit, take))) return { text, isCut: true };
    return { text: text + decoder.decode(), isCut: false };
  } catch (cause) {
    return { text, isCut: false, broken: { cause } };
  }
}

function createDecoder(response: Response): TextDecoder {
  const charset = /charset="?([^\s";]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    // An unknown charset is most often a mistake in the header.
    return new TextDecoder();
  }
}
