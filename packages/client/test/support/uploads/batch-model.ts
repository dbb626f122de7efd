import type { Fetch } from "../../../src/index.ts";
import { toUrl } from "../paging-model.ts";

/** The fate of a file: its upload is rejected, or its job reaches the status after this many polls. */
export interface Fate {
  readonly refusal?: number;
  readonly status?: string;
  readonly looks?: number;
  /** Turns of the event loop that the upload takes. */
  readonly hops?: number;
}

/** Uploads and jobs behind the `fetch` of a client; the name of a file decides its fate. */
export class BatchModel {
  /** Names of the files that arrived, in order. */
  readonly uploads: string[] = [];
  /** Ids of the polled jobs, in order. */
  readonly looks: string[] = [];
  readonly siteIds: (string | undefined)[] = [];
  uploading = 0;
  mostUploading = 0;
  uploaded = 0;
  readonly #fateOf: (name: string) => Fate;
  readonly #left = new Map<string, number>();

  constructor(fateOf: (name: string) => Fate = () => ({})) {
    this.#fateOf = fateOf;
  }

  readonly fetch: Fetch = async (input, init) => {
    const { pathname } = toUrl(input);
    if (pathname.startsWith("/job/company/")) {
      return this.#upload(input instanceof Request ? input : new Request(input, init), init.signal);
    }
    return this.#look(decodeURIComponent(pathname.slice("/job/".length)));
  };

  async #upload(request: Request, signal: AbortSignal | null | undefined): Promise<Response> {
    this.uploading += 1;
    this.mostUploading = Math.max(this.mostUploading, this.uploading);
    try {
      const form = await request.formData();
      const document = form.get("document");
      if (!(document instanceof File)) throw new Error("missing file in the part `document`");
      const { refusal, hops = 0 } = this.#fateOf(document.name);
      for (let hop = 0; hop < hops; hop += 1) await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      if (refusal !== undefined) return Response.json({ detail: "no" }, { status: refusal });
      this.uploads.push(document.name);
      const siteId = form.get("siteId");
      this.siteIds.push(typeof siteId === "string" ? siteId : undefined);
      return Response.json({ id: `job of ${document.name}`, status: "PENDING" }, { status: 201 });
    } finally {
      this.uploading -= 1;
      this.uploaded += 1;
    }
  }

  #look(id: string): Response {
    this.looks.push(id);
    const { status = "COMPLETED", looks = 1 } = this.#fateOf(id.replace("job of ", ""));
    const left = (this.#left.get(id) ?? looks) - 1;
    this.#left.set(id, left);
    return Response.json({ id, status: left > 0 ? "PENDING" : status });
  }
}
