const BLOCK = 512;

/** A tar archive (ustar) of files below `package/`, as npm lays them out. Owners and times are left at zero. */
export function tarOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const blocks = [...files].flatMap(([path, content]) => [
    header(`package/${path}`, content.byteLength),
    content,
    new Uint8Array((BLOCK - (content.byteLength % BLOCK)) % BLOCK),
  ]);
  return Buffer.concat([...blocks, new Uint8Array(2 * BLOCK)]);
}

function header(path: string, size: number): Uint8Array {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path}: longer than a tar header holds`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): void => {
    block.write(value.toString(8).padStart(length - 1, "0"), at);
  };
  block.write(path, 0);
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.write("        0", 148);
  block.write("ustar\u000000", 257);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return block;
}
