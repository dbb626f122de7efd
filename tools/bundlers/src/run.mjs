import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program; returns its output, or throws an error with it. */
export async function run(args, options = {}) {
  const child = start(args, options);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${child.printed()}`);
  return child.printed();
}

/** Starts a server that prints its port; resolves with its address. */
export async function serve(args, pattern, options = {}) {
  const child = start(args, options);
  const port = await new Promise((resolve, reject) => {
    const look = () => {
      const found = pattern.exec(child.printed());
      if (found !== null) resolve(found[1]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
    child.once("close", () => reject(new Error(`${args.join(" ")} ended\n${child.printed()}`)));
  });
  // Some programs start child processes, so end the whole group.
  const stop = async () => {
    const closed = once(child, "close");
    process.kill(-child.pid, "SIGKILL");
    await closed;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function start([program, ...args], options) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", NODE_ENV: undefined };
  const child = spawn(program, args, { ...options, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return Object.assign(child, { printed: () => Buffer.concat(chunks).toString() });
}
