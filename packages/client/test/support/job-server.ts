import { type LoopbackServer, sendJson, startServer } from "./loopback-server.ts";
import { createWatch } from "./watch.ts";

/** The result of one poll: a status of the job, a failure status, a broken connection, or silence. */
export type Look = "PENDING" | "COMPLETED" | "FAILED" | "TERMINATED" | (string & {}) | number | "broken" | "silent";

/** The job as the API returns it. */
export function createJob(id: string, status: string): { readonly id: string; readonly status: string } {
  return { id, status };
}

/** A job server. */
export interface JobServer extends LoopbackServer {
  /** Resolves when this many polls have arrived. */
  readonly looks: (count: number) => Promise<void>;
  /** Resolves when this many clients have disconnected without a response. */
  readonly cancelled: (count: number) => Promise<void>;
  /** Responds to the pending polls that got no response. */
  readonly breakSilence: (status: string) => void;
}

/** Starts a server whose jobs go through the given polls; the last one repeats. */
export async function startJobServer(...looks: readonly Look[]): Promise<JobServer> {
  let seen = 0;
  let gone = 0;
  const silent: ((status: string) => void)[] = [];
  const { changed, until } = createWatch();
  const server = await startServer(({ url }, response) => {
    const id = url.split("/").at(-1) ?? "";
    const look = looks[Math.min(seen, looks.length - 1)] ?? "PENDING";
    seen += 1;
    response.on("close", () => {
      if (!response.writableEnded) gone += 1;
      changed();
    });
    if (look === "broken") response.destroy();
    else if (look === "silent") silent.push((status) => sendJson(response, createJob(id, status)));
    else if (typeof look === "number") sendJson(response, { detail: "not now" }, look, { "retry-after": "0" });
    else sendJson(response, createJob(id, look));
    changed();
  });
  return {
    ...server,
    looks: (count) => until(() => seen >= count),
    cancelled: (count) => until(() => gone >= count),
    breakSilence: (status) => {
      for (const reply of silent.splice(0)) reply(status);
    },
  };
}
