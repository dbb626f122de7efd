import { abandon } from "./abandon.ts";
import { readText } from "./read-text.ts";

/** How an answer of success is read. Raw calls may be answered with nothing where JSON was promised, and read some bodies themselves. */
export type ReadAs = "json" | "text" | "blob" | "none" | "json-or-nothing" | "arrayBuffer" | "stream";

/**
 * Reads an answer of success.
 *
 * @param unexpected makes the error of a body that is not the JSON that was promised
 */
export async function readAnswer(
  response: Response,
  readAs: ReadAs,
  unexpected: (text: string) => Error,
): Promise<unknown> {
  if (readAs === "none" || response.status === 204) return abandon(response.body);
  if (readAs === "stream") return response.body;
  if (readAs === "blob") return response.blob();
  if (readAs === "arrayBuffer") return response.arrayBuffer();
  const text = await readText(response);
  if (readAs === "text") return text;
  if (text === "" && readAs === "json-or-nothing") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(text);
  }
}
