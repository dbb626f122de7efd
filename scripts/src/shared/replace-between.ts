/**
 * Replaces the lines between `<!-- name:begin -->` and `<!-- name:end -->`.
 *
 * @throws {Error} naming the file that lacks the markers
 */
export function replaceBetween(file: string, text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${file}: the markers ${begin} and ${end} are missing`);
  }
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}
