import { makeVisible, toPrintableLine } from "@nectar-sdk/openapi/document";
import type { Output } from "./command-line.ts";

/** The two streams of a program. */
export interface Streams {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
}

/** Prints line by line, so that text of a document never starts a line or controls a terminal or a CI runner. */
export function terminalOn({ stdout, stderr }: Streams): Output {
  return {
    log: (line) => void stdout.write(`${toPrintableLine(line)}\n`),
    error: (line) => void stderr.write(`${toPrintableLine(line)}\n`),
    command: (line) => void stdout.write(`${makeVisible(line)}\n`),
  };
}

/** The output of every command in this folder. */
export const terminal: Output = terminalOn(process);

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader closed the pipe, as `| head` does: the command finishes its work without it.
    if (error.code !== "EPIPE") throw error;
  });
}
