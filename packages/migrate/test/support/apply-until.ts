import process from "node:process";
import { createApply } from "../../src/apply/command.ts";
import { INVENTED } from "./invented-history.ts";

/** Runs `apply` in the current folder and kills this process at the step of the first argument. */
const [, , killedAt, ...args] = process.argv;

let step = 0;
const command = createApply(INVENTED, () => {
  if (step === Number(killedAt)) process.kill(process.pid, "SIGKILL");
  step += 1;
});

const output = { log: () => undefined, error: (line: string) => void process.stderr.write(`${line}\n`) };
process.exitCode = await command.run(args, { cwd: process.cwd(), output });
