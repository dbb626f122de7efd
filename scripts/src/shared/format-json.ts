/** The text of a JSON file in the repository: the same bytes for the same value, its keys in its own order. */
export function formatJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
