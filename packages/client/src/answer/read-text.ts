import { abandon } from "./abandon.ts";

/** Text of a body: UTF-8 unless its content type names another charset; a byte order mark is no part of it. */
export async function readText(response: Response): Promise<string> {
  const decoder = decoderOf(response);
  // The runtime's own way is the fastest, and the usual case.
  return decoder === undefined ? response.text() : decoder.decode(await response.arrayBuffer());
}

/** Text of the first `limit` bytes of a body; the rest is not fetched. */
export async function readTextUpTo(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = decoderOf(response) ?? new TextDecoder();
  let text = "";
  for (let left = limit; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.byteLength;
  }
  abandon(reader);
  return text;
}

function decoderOf(response: Response): TextDecoder | undefined {
  const charset = /charset="?([^\s";]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return undefined;
  try {
    return new TextDecoder(charset);
  } catch {
    // A charset that nobody knows is most often a mistake in the header.
    return undefined;
  }
}
