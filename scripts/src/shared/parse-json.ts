/**
 * Reads JSON that stands in the repository.
 *
 * @throws {Error} naming the file where it is none
 */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${where} is no JSON; restore it from version control (${reason})`, { cause });
  }
}
