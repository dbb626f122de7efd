import { type ContractIo, runContract } from "../../src/cli/nectar-contract.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `nectar-contract` in this process. */
export async function runCli(
  args: readonly string[],
  io: Partial<Pick<ContractIo, "env" | "signal">> = {},
): Promise<Ran> {
  const { env = {}, signal = new AbortController().signal } = io;
  let [out, err] = ["", ""];
  const code = await runContract(args, {
    env,
    signal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
