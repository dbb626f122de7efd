import { execFile } from "node:child_process";
import { open, stat } from "node:fs/promises";
import process from "node:process";
import { messageOf } from "../../shared/message-of.ts";

/** The most bytes of a document. The largest published one has about 12 MB. */
export const SIZE_LIMIT: number = 32 * 1024 * 1024;

const TOO_LARGE = `is larger than ${SIZE_LIMIT / 1024 / 1024} MB; split it, or remove examples`;

/**
 * Reads a file.
 *
 * @throws {Error} when it cannot be read, is not a file, or is too large
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new Error(`cannot be read: ${messageOf(error)}`, { cause: error });
  });
  if (facts.isDirectory()) throw new Error("is a folder; name the document in it");
  const file = await open(path);
  return await collect(file.createReadStream());
}

/** Reads the standard input. */
export async function readInput(): Promise<Uint8Array> {
  return await collect(process.stdin);
}

/** A device or a pipe may never end, so the bytes are counted while they arrive. */
async function collect(stream: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > SIZE_LIMIT) throw new Error(TOO_LARGE);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a file of a git revision, `HEAD~1:openapi.yaml`. Reads the stored bytes: no filter of the repository runs.
 *
 * @throws {Error} when git, the revision or the file is missing
 */
export async function readGitBlob(name: string, cwd: string): Promise<Uint8Array> {
  return await new Promise((resolve, reject) => {
    const options = { cwd, encoding: "buffer", maxBuffer: SIZE_LIMIT } as const;
    execFile("git", ["cat-file", "blob", name], options, (error, bytes, problem) => {
      if (error === null) resolve(bytes);
      else reject(new Error(describeGitError(error, problem.toString()), { cause: error }));
    });
  });
}

function describeGitError(error: Error & { code?: unknown }, problem: string): string {
  if (error.code === "ENOENT") return "needs git, which is not installed";
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return TOO_LARGE;
  const reason = problem.trim().split("\n")[0] ?? "";
  return `git cannot read it: ${reason === "" ? messageOf(error) : reason}; expected a file, or REVISION:path`;
}
