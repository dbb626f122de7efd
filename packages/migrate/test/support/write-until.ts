import process from "node:process";
import { writeFiles } from "../../src/apply/write-files.ts";

/** Writes "new" into the files and kills this process at the step of the first argument. */
const [, , killedAt, journal = "", ...files] = process.argv;

let step = 0;
writeFiles(
  files.map((file) => ({ file, content: Buffer.from("new") })),
  journal,
  () => {
    if (step === Number(killedAt)) process.kill(process.pid, "SIGKILL");
    step += 1;
  },
);
