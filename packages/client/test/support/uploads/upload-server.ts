import { type LoopbackServer, type ReceivedRequest, sendJson, startServer } from "../loopback-server.ts";

/** An upload as it arrived. */
export interface ReceivedUpload {
  readonly url: string;
  /** Names of all parts, in order. */
  readonly parts: readonly string[];
  readonly siteId: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A server that accepts bills; their jobs are completed at the first poll. */
export interface UploadServer extends LoopbackServer {
  readonly uploads: readonly ReceivedUpload[];
}

/** Starts a server that responds to the first uploads with the given statuses, and accepts the rest. */
export async function startUploadServer(...statuses: readonly number[]): Promise<UploadServer> {
  const uploads: ReceivedUpload[] = [];
  const server = await startServer(async (request, response) => {
    if (request.method === "GET") {
      sendJson(response, { id: request.url.split("/").at(-1), status: "COMPLETED" });
      return;
    }
    const status = statuses[uploads.length] ?? 201;
    uploads.push(await readUpload(request));
    if (status === 201) sendJson(response, { id: `job-${uploads.length}`, status: "PENDING" }, status);
    else sendJson(response, { detail: "no" }, status, { "retry-after": "0" });
  });
  return { ...server, uploads };
}

async function readUpload({ url, headers, body }: ReceivedRequest): Promise<ReceivedUpload> {
  const type = headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const document = form.get("document");
  if (!(document instanceof File)) throw new Error("missing file in the part `document`");
  const siteId = form.get("siteId");
  return {
    url,
    parts: [...form.keys()],
    siteId: typeof siteId === "string" ? siteId : undefined,
    name: document.name,
    type: document.type,
    bytes: new Uint8Array(await document.arrayBuffer()),
  };
}
