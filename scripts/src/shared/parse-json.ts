import { messageOf } from "./command-line.ts";

/**
 * Parses a JSON file of the repository.
 *
 * @throws {Error} naming the file if it is not valid JSON
 */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where} is not valid JSON; restore it from version control (${messageOf(cause)})`, { cause });
  }
}
