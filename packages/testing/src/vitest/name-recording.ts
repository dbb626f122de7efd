/**
 * Name of the file for what a test recorded: the same in every run, and another one for each test.
 *
 * @param id vitest's id of the test: a hash of the file, then where the test stands in it
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
