import { main } from "../../src/cli.ts";

/** Runs `nectar-migrate` in a folder, in this process. */
export async function runMain(cwd: string, ...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const output = { log: (line: string) => void out.push(line), error: (line: string) => void err.push(line) };
  return { code: await main(args, { cwd, output }), out, err };
}
