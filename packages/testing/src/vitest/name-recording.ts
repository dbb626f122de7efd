/**
 * Names the recording file of a test: the same in every run, and unique per test.
 *
 * @param id test id of vitest: a hash of the file, then the position of the test
 */
export function nameRecording(file: string, test: string, id: string): string {
  const place = id.split("_").slice(1).join("-");
  return `${[toSlug(file), place, toSlug(test)].filter((part) => part !== "").join("-")}.json`;
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
}
