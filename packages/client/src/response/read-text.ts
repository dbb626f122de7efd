import { readChunks } from "./read-chunks.ts";

/** The beginning of a body as text. */
export interface TextStart {
  readonly text: string;
  /** Whether there was more. */
  readonly isCut: boolean;
  /** Why the body broke off, where it did. */
  readonly broken?: { readonly cause: unknown };
}

/**
 * Text of the first `limit` bytes of a body: UTF-8 unless its content type names another charset; a byte order mark is no part of it. What
 * came before a body broke off is kept.
 */
export async function readTextUpTo(response: Response, limit: number): Promise<TextStart> {
  const decoder = decoderOf(response);
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

function decoderOf(response: Response): TextDecoder {
  const charset = /charset="?([^\s";]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    // A charset that nobody knows is most often a mistake in the header.
    return new TextDecoder();
  }
}
