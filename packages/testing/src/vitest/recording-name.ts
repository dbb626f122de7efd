/**
 * Name of the file for what a test recorded: the same in every run, and another one for each test.
 *
 * @param id vitest's id of the test: a hash of the file, then where the test stands in it
 */
export function recordingName(file: string, test: string, id: string): string {
  const place = id.split("_").slice(1).join("-");
  return `${[slug(file), place, slug(test)].filter((part) => part !== "").join("-")}.json`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
}
