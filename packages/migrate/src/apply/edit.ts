/** A replacement in a file. */
export interface Edit {
  /** Offsets in the text before, in UTF-16 units; equal for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the edits in order, each place once. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  const places = new Map(
    edits.map((edit) => [`${edit.start} ${edit.end} ${edit.start === edit.end ? edit.text : ""}`, edit]),
  );
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Returns the offset before the edits of an offset after them. Inside a replacement: the start of what it replaces. */
export function toOffsetBefore(sorted: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of sorted) {
    const begin = start + shift;
    if (offset < begin) break;
    if (offset < begin + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
