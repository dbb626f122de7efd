import { stdout } from "node:process";

/** Shows what is going on: one line that is rewritten on a terminal, a line for each step elsewhere. */
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
