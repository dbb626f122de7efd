import { stdout } from "node:process";

/** Prints progress: one updated line on a terminal, otherwise one line per step. */
export interface Progress {
  update(text: string): void;
  done(text: string): void;
}

export function createProgress(stream: NodeJS.WriteStream = stdout): Progress {
  const clear = "\r\u001b[2K";
  return {
    update: (text) => {
      if (stream.isTTY) stream.write(`${clear}… ${text}`);
    },
    done: (text) => {
      stream.write(`${stream.isTTY ? clear : ""}✔ ${text}\n`);
    },
  };
}
