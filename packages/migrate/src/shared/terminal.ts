import process from "node:process";
import { makeVisible, toPrintableLine } from "@nectar-sdk/openapi/document";
import type { Output } from "./command.ts";

/** Prints line by line, so that text of a document or a project never starts a line or controls a terminal or a CI runner. */
export const terminal: Output = {
  log: (line) => void process.stdout.write(`${toPrintableLine(line)}\n`),
  error: (line) => void process.stderr.write(`${toPrintableLine(line)}\n`),
  command: (line) => void process.stdout.write(`${makeVisible(line)}\n`),
};

/** Lets the reader close the pipe, as `| head` does: the command finishes its work without it. */
export function ignoreClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
