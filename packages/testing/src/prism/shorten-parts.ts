import { Transform } from "node:stream";

/** Bytes to keep of a part, including its headers. */
const PART_LIMIT = 64 * 1024;

/**
 * Shortens long parts of a multipart body; `undefined` for other content types.
 *
 * Prism reads at most 10 MB, Nectar accepts files of 25 MB, and no schema checks the bytes of a file.
 */
export function shortenParts(contentType: string | undefined): Transform | undefined {
  const boundary = /^multipart\/[^;]+;.*boundary="?([^";]+)"?/i.exec(contentType ?? "")?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let pending = Buffer.alloc(0);
  let left = PART_LIMIT;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      pending = Buffer.concat([pending, chunk]);
      for (let at = pending.indexOf(delimiter); at >= 0; at = pending.indexOf(delimiter)) {
        this.push(pending.subarray(0, Math.min(at, left)));
        this.push(delimiter);
        pending = pending.subarray(at + delimiter.length);
        left = PART_LIMIT;
      }
      // The end may be the start of a delimiter.
      const certain = Math.max(0, pending.length - delimiter.length + 1);
      this.push(pending.subarray(0, Math.min(certain, left)));
      left -= Math.min(certain, left);
      pending = pending.subarray(certain);
      done();
    },
    flush(done) {
      this.push(pending);
      done();
    },
  });
}
