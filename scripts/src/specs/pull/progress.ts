import type { Version } from "../../shared/versions.ts";

/** Shows how far a document has come. */
export interface Progress {
  readonly show: (version: Version, bytes: number) => void;
  /** Takes the line back, before anything else is printed. */
  readonly clear: () => void;
}

/** The part of a terminal's stream that it takes. */
export interface ProgressStream {
  readonly isTTY: boolean;
  readonly write: (text: string) => unknown;
}

/** Milliseconds between two updates of the line. */
const INTERVAL = 100;
const CLEAR_LINE = "\r\u001b[K";

/** A line that is written over again and again on a terminal; nothing elsewhere and in CI. */
export function progressOn(stream: ProgressStream, env: NodeJS.ProcessEnv): Progress {
  if (!stream.isTTY || env["CI"] !== undefined) return { show: () => {}, clear: () => {} };
  let shown: number | undefined;
  return {
    show: (version, bytes) => {
      if (shown !== undefined && Date.now() - shown < INTERVAL) return;
      shown = Date.now();
      stream.write(`${CLEAR_LINE}${version}: ${Math.ceil(bytes / 1024)} kB`);
    },
    clear: () => {
      if (shown !== undefined) stream.write(CLEAR_LINE);
      shown = undefined;
    },
  };
}
