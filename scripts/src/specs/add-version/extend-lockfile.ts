/**
 * Adds a version's package and every dependency on it to the text of `pnpm-lock.yaml`. It copies the newest version under another name:
 * the packages of all versions have the same dependencies.
 *
 * @param importers folders whose package.json lists the version
 */
export function extendLockfile(text: string, newest: string, version: string, importers: readonly string[]): string {
  const rename = (block: string): string => block.replaceAll(`api-${newest}`, `api-${version}`);
  const [head = "", ...blocks] = text.split(/^(?= {2}\S[^\n]*:\n {4}\S)/m);
  const extended = blocks.flatMap((block) => {
    const importer = / {2}'?([^\n']+)'?:\n/.exec(block)?.[1] ?? "";
    if (importer === `packages/api-${newest}`) {
      const [own = "", ...rest] = block.split(/(?<=\n\n)/);
      return [own, rename(own), ...rest];
    }
    if (!importers.includes(importer)) return [block];
    const dependency = new RegExp(
      `^ {6}'@nectar-sdk/api-${newest.replaceAll(".", "\\.")}':\\n(?: {8}[^\\n]*\\n)+`,
      "gm",
    );
    return [block.replaceAll(dependency, (lines) => lines + rename(lines))];
  });
  return head + extended.join("");
}
